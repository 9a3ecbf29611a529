--TEST--
$conn->close() in every callback, twice: one Close, one onClose
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

foreach (PLACES as $place) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        hostile(' . var_export($place, true) . ', function ($conn) {
            $conn->close();
            $conn->close(4000);
            $conn->send("not sent");
            echo "closed\n";
        });
    ');
    $client = provoke($server, $place);
    $client->expectClose(1000);
    if ($place !== 'onClose') {
        $client->close(1000);
    }
    $client->expectEof();
    $server->waitOut("onClose\n");
    $other = WsClient::connect($server->port);
    $other->text('stop');
    echo "$place: ", report($server);
}
?>
--EXPECT--
onOpen: closed | onClose => status 0
onMessage: closed | onClose => status 0
onClose: onClose | closed => status 0
onError: Exception in onError: thrown for onError | closed | onClose => status 0
timer: closed | onClose => status 0
tick: closed | onClose => status 0
