--TEST--
Ratchet\Wamp: exit, fatal errors, fibers and destructors in the callbacks; what is kept after the end
--FILE--
<?php
require __DIR__ . '/client.inc';

/* How a server ends in which a callback does harm: the connection of the client and the status. */
function harm(string $code, array $message): void
{
    $server = wamp_server('$app->hooks["onCall"] = $app->hooks["onPublish"] = $app->hooks["onSubscribe"] = function ($conn, $topic, $id = null) use (&$io) {'
        . $code . '};', ['ini' => ['display_errors' => 1, 'html_errors' => 0, 'error_reporting' => E_ALL & ~E_DEPRECATED]]);
    $client = new WampClient($server->port);
    $client->say(...$message)->ws->readAll();
    $status = $server->wait();
    $out = preg_replace(['/"\d+[0-9a-f]{13}\d{9}"/', '/ in \S+ on line \d+/', '/\n+/'], ['ID', '', ' | '], trim(strstr($server->out(), "\n")));
    echo "$out => $status\n";
}

harm('exit(3);', [2, 'id', 'p']);
harm('$topic->broadcast(new class implements JsonSerializable { function jsonSerialize(): mixed { exit(4); } });', [5, 't']);
harm('trigger_error("fatal", E_USER_ERROR);', [7, 't', 'e']);
harm('$topic->broadcast(new class implements JsonSerializable { function jsonSerialize(): mixed { trigger_error("in JSON", E_USER_ERROR); } });', [5, 't']);
harm('$io->loop->stop();', [5, 't']);

echo "what clients see\n";
$server = wamp_server('
    class Gone { public $act; function __destruct() { ($this->act)(); } }
    $kept = $fiber = null;
    $app->hooks["onCall"] = function ($conn, $topic, $id, $params) use (&$kept, &$fiber, $app) {
        switch ("$topic") {
            case "unset prefixes": unset($conn->WAMP->prefixes); break;
            case "unset subscriptions": unset($conn->WAMP->subscriptions); break;
            case "no WAMP": $conn->WAMP = null; break;
            case "unset WAMP": unset($conn->WAMP); break;
            case "close": $conn->close(1000); $conn->event("t", 1)->callResult(1)->close(); break;
            case "keep": $kept = [$conn, $topic]; break;
            case "kept":
                [$old, $t] = $kept;
                $t->add($old)->broadcast("to the dead");
                echo json_encode([count($t), $t->has($old), count($old->WAMP->subscriptions), $old->getUri("x:y"), $old->resourceId]), "\n";
                $old->send("x")->event("t", 1)->prefix("a", "b");
                $old->close();
                break;
            case "suspend":
                $fiber = new Fiber(function () use ($conn, $topic) {
                    $conn->callResult("fiber", Fiber::suspend());
                });
                $fiber->start();
                break;
            case "resume": $fiber->resume("resumed"); break;
            case "destructor":
                $gone = new Gone;
                $gone->act = function () use ($conn) {
                    for ($i = 0; $i < 100; $i++) {
                        $conn->WAMP->prefixes["p$i"] = "x";
                    }
                    $conn->WAMP->prefixes = ["after" => "http://after"];
                };
                $conn->WAMP->prefixes = ["p" => $gone];
                break;
            case "u": $conn->callResult($id, count($topic)); return;
            case "uri": $conn->callResult($id, $conn->getUri($params[0])); return;
            case "leave in JSON":
                $t = new Ratchet\Wamp\Topic("own");
                $t->add($conn);
                $t->broadcast(new class($t, $conn) implements JsonSerializable {
                    function __construct(public $t, public $c) {}
                    function jsonSerialize(): mixed { $this->t->remove($this->c)->__construct("other"); return "left"; }
                });
                break;
            case "cycle":
                $topic->self = $topic; 
                $conn->own = [$conn, $topic];
                $GLOBALS["weak"] = [WeakReference::create($conn), WeakReference::create($topic)];
                break;
            case "collected":
                gc_collect_cycles();
                echo json_encode(array_map(fn($weak) => $weak->get() !== null, $GLOBALS["weak"])), "\n";
                break;
        }
        $conn->callResult($id, "$topic");
    };
', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED]]);
$other = new WampClient($server->port);

$client = new WampClient($server->port);
$client->say(1, 'p', 'http://p')->call('unset prefixes');
echo $client->call('uri', 'p:x'), ' ';
$client->say(1, 'q', 'http://q');
echo $client->call('uri', 'q:x'), "\n";
$client->call('unset subscriptions');
$client->say(5, 't');
$client->ws->disconnect();
foreach (['no WAMP', 'unset WAMP'] as $how) {
    $client = new WampClient($server->port);
    $client->say(5, 'u')->call($how);
    $client->say(1, 'p', 'http://p')->say(5, 't')->say(6, 't')->say(7, 't', 'e', true);
    echo $client->call('uri', 'p:x'), "\n";
    $client->ws->disconnect();
    $server->waitOut('~close null~');
}
echo 'subscribed to u: ', $other->call('u'), "\n";
(new WampClient($server->port))->say(2, 'id', 'close')->ws->expectClose(1000)->close(1000)->expectEof();

$client = new WampClient($server->port);
$client->say(5, 'k')->call('keep');
$client->ws->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('{"k":1}');
echo $other->call('kept'), "\n";

$client = new WampClient($server->port);
echo $client->call('suspend'), ' ', $other->call('resume'), "\n";
$client->expect(3, 'fiber', 'resumed');
$client->call('destructor');
$client->say(1, 'p', 'http://new');
echo $client->call('uri', 'p:x'), ' ', $client->call('uri', 'after:x'), "\n";
$client->say(2, 'id', 'leave in JSON')->expect(8, 'own', 'left')->expect(3, 'id', 'leave in JSON');
$client->say(5, 'cycle')->call('cycle');
$client->ws->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('{"cycle":1}');
echo $other->call('collected'), "\n";
echo $server->finish(), ' ', substr_count($server->out(), 'open'), ' ', substr_count($server->out(), 'close "') + substr_count($server->out(), 'close null'), "\n";
preg_match_all('/^(error|\[).*$/m', $server->out(), $lines);
echo implode("\n", $lines[0]), "\n";
preg_match_all('/wschat: .*?(?= in \/)/', $server->err(), $lines);
echo implode("\n", $lines[0]), "\n";
?>
--EXPECT--
call "id" "p" [] => 3
subscribe "S1" "t" 1 true => 4
publish "S1" "t" "e" [] [] | Fatal error: fatal => 255
subscribe "S1" "t" 1 true | Fatal error: in JSON => 255
subscribe "S1" "t" 1 true | end => 0
what clients see
p:x http://q#x
p:x
p:x
subscribed to u: 0
kept
suspend resume
p:x http://after#x
collected
0 7 6
error "Ratchet\\Wamp\\WampConnection" "LogicException" "There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first"
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "Ratchet\\Wamp\\WampConnection::$WAMP is null, but must be an object, as new WampConnection() makes it"
error "Ratchet\\Wamp\\WampConnection" "LogicException" "There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first"
error "Ratchet\\Wamp\\WampConnection" "LogicException" "There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first"
error "Ratchet\\Wamp\\WampConnection" "ErrorException" "Ratchet\\Wamp\\WampConnection::$WAMP is null, but must be an object, as new WampConnection() makes it"
error "Ratchet\\Wamp\\WampConnection" "LogicException" "There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first"
error "Ratchet\\Wamp\\WampConnection" "LogicException" "There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first"
[1,true,0,"x:y",6]
[false,false]

