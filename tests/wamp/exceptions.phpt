--TEST--
WampServer: what is thrown in each callback, and where it ends
--FILE--
<?php
require __DIR__ . '/client.inc';

/* A topic "onCall error" makes onCall() throw an Error. */
$server = wamp_server('
    $throw = function (string $place, $topic) {
        switch (str_replace("$place ", "", "$topic")) {
            case "exception": throw new RuntimeException("exception");
            case "again": throw new RuntimeException("again");
            case "error": throw new Error("error");
            case "wamp": throw new Ratchet\Wamp\Exception("wamp");
            case "own": throw new class("own") extends Ratchet\Wamp\Exception {};
            case "json": throw new Ratchet\Wamp\JsonException;
        }
    };
    $app->hooks["onOpen"] = function ($conn) use ($throw) {
        static $count = 0;
        $throw("onOpen", ++$count === 1 ? "exception" : "");
    };
    foreach (["onCall", "onSubscribe", "onUnSubscribe", "onPublish"] as $place) {
        $app->hooks[$place] = function ($conn, $topic, $id = null) use ($throw, $place) {
            $throw($place, $topic);
            $place === "onCall" && $conn->callResult($id, count($topic));
        };
    }
    $app->hooks["onClose"] = function ($conn) use ($throw) {
        foreach ($conn->WAMP->subscriptions as $topic) {
            $throw("onClose", $topic);
        }
    };
    $app->hooks["onError"] = fn($conn, $e) => $e->getMessage() === "again" && throw new LogicException("in onError");
');

$client = new WampClient($server->port);
var_dump($client->call('thrown in onOpen, and alive'));
foreach (['exception', 'error'] as $kind) {
    $client->say(2, 'id', "onCall $kind")->say(5, "onSubscribe $kind")->say(7, "onPublish $kind", 'e');
    $client->say(5, "onUnSubscribe $kind")->say(6, "onUnSubscribe $kind");
}
echo "subscribed all the same: ", $client->call('onSubscribe exception'), $client->call('onUnSubscribe exception'), "\n";

foreach (['wamp', 'own', 'json'] as $kind) {
    (new WampClient($server->port))->say(2, 'id', "onCall $kind")->ws->expectClose(1007, '')->disconnect();
}
(new WampClient($server->port))->say(5, 'onSubscribe wamp')->ws->expectClose(1007, '')->disconnect();
(new WampClient($server->port))->say(5, 'onUnSubscribe wamp')->say(6, 'onUnSubscribe wamp')->ws->expectClose(1007, '')->disconnect();
(new WampClient($server->port))->say(7, 'onPublish wamp', 'e')->ws->expectClose(1007, '')->disconnect();
$server->waitOut('~(close.*){6}~s');

/* onError() throws: logged, and that one is closed. */
(new WampClient($server->port))->say(2, 'id', 'onCall again')->ws->expectClose(1011)->disconnect();
$server->waitErr('onError() has thrown');

/* onClose() throws: logged, and the subscriptions end. */
foreach (['exception', 'error'] as $kind) {
    $client->say(5, "onClose $kind");
    $leaving = (new WampClient($server->port))->say(5, "onClose $kind")->say(5, 'other');
    echo $client->call("onClose $kind"), ' ';
    $leaving->ws->close(1000)->expectClose(1000)->disconnect();
    $server->waitErr("thrown " . ['exception' => 'RuntimeException', 'error' => 'Error'][$kind] . ": $kind");
    echo $client->call("onClose $kind"), $client->call('other'), "\n";
}
$client->ws->disconnect();
$server->waitOut('~close "S1"~');
echo $server->finish(), "\n", $server->out(), preg_replace(['/^\[.*?\] /m', '/ in \S+:\d+/'], '', $server->err());
?>
--EXPECT--
int(0)
subscribed all the same: 10
2 10
2 10
0
open "Ratchet\\Wamp\\WampConnection" "S1"
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "exception"
call "call 1" "thrown in onOpen, and alive" []
call "id" "onCall exception" []
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "exception"
subscribe "S1" "onSubscribe exception" 1 true
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "exception"
publish "S1" "onPublish exception" "e" [] []
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "exception"
subscribe "S1" "onUnSubscribe exception" 1 true
unsubscribe "S1" "onUnSubscribe exception" 0 false
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "exception"
call "id" "onCall error" []
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "error"
subscribe "S1" "onSubscribe error" 1 true
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "error"
publish "S1" "onPublish error" "e" [] []
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "error"
subscribe "S1" "onUnSubscribe error" 1 true
unsubscribe "S1" "onUnSubscribe error" 0 false
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "error"
call "call 2" "onSubscribe exception" []
call "call 3" "onUnSubscribe exception" []
open "Ratchet\\Wamp\\WampConnection" "S2"
call "id" "onCall wamp" []
close "S2" []
open "Ratchet\\Wamp\\WampConnection" "S3"
call "id" "onCall own" []
close "S3" []
open "Ratchet\\Wamp\\WampConnection" "S4"
call "id" "onCall json" []
close "S4" []
open "Ratchet\\Wamp\\WampConnection" "S5"
subscribe "S5" "onSubscribe wamp" 1 true
close "S5" {"onSubscribe wamp":1}
open "Ratchet\\Wamp\\WampConnection" "S6"
subscribe "S6" "onUnSubscribe wamp" 1 true
unsubscribe "S6" "onUnSubscribe wamp" 0 false
close "S6" []
open "Ratchet\\Wamp\\WampConnection" "S7"
publish "S7" "onPublish wamp" "e" [] []
close "S7" []
open "Ratchet\\Wamp\\WampConnection" "S8"
call "id" "onCall again" []
error "Ratchet\\Wamp\\WampConnection" "RuntimeException" "again"
close "S8" []
subscribe "S1" "onClose exception" 1 true
open "Ratchet\\Wamp\\WampConnection" "S9"
subscribe "S9" "onClose exception" 2 true
subscribe "S9" "other" 1 true
call "call 4" "onClose exception" []
close "S9" {"onClose exception":2,"other":1}
call "call 5" "onClose exception" []
call "call 6" "other" []
subscribe "S1" "onClose error" 1 true
open "Ratchet\\Wamp\\WampConnection" "S10"
subscribe "S10" "onClose error" 2 true
subscribe "S10" "other" 1 true
call "call 7" "onClose error" []
close "S10" {"onClose error":2,"other":1}
call "call 8" "onClose error" []
call "call 9" "other" []
close "S1" {"onSubscribe exception":1,"onSubscribe error":1,"onClose exception":1,"onClose error":1}
end
wschat: onError() has thrown LogicException: in onError
wschat: onClose() has thrown RuntimeException: exception
wschat: onClose() has thrown Error: error
wschat: onClose() has thrown RuntimeException: exception
