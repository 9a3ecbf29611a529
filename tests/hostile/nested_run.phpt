--TEST--
run() inside every callback serves others, stop() in it ends both runs
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

foreach (PLACES as $place) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        hostile(' . var_export($place, true) . ', function ($conn, $server) {
            echo "in\n";
            $server->run();
            echo "out\n";
        });
        echo "end\n";
    ');
    $client = provoke($server, $place);
    $server->waitOut("in\n");
    $other = WsClient::connect($server->port);
    $other->text('nested')->expectText('nested');
    $other->close(1000)->expectClose(1000)->expectEof();
    $server->waitOut("onClose\n");
    $other = WsClient::connect($server->port);
    $other->text('stop');
    echo "$place: ", report($server);
}
?>
--EXPECT--
onOpen: in | onClose | out | end => status 0
onMessage: in | onClose | out | end => status 0
onClose: onClose | in | onClose | out | end => status 0
onError: Exception in onError: thrown for onError | in | onClose | out | end => status 0
timer: in | onClose | out | end => status 0
tick: in | onClose | out | end => status 0
