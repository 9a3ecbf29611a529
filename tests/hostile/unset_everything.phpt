--TEST--
unset($server) and everything else inside callbacks, with a collection after it: the server goes on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

foreach (PLACES as $place) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        (function () {
            $io = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
                $app = new Hostile(' . var_export($place, true) . ', function () use (&$io, &$app) {
                    unset($io->app, $io->loop, $io->socket);
                    $app->server = null;
                    $io = $app = null;
                    gc_collect_cycles();
                    echo "all unset\n";
                }))), 0, "127.0.0.1");
            $app->server = $io;
            announce($io);
            $loop = $io->loop;
            $GLOBALS["stop"] = $loop->stop(...);
            $io->run();
            unset($loop);
        })();
        unset($GLOBALS["stop"]);
        gc_collect_cycles();
        echo "end\n";
    ');
    $client = provoke($server, $place);
    $server->waitOut("all unset\n");
    $other = WsClient::connect($server->port);
    $other->text('still there')->expectText('still there');
    $server->stop();
    echo "$place: ", trim(str_replace("\n", ' | ', $server->out()), ' |'), "\n";
}
?>
--EXPECT--
onOpen: all unset
onMessage: all unset
onClose: onClose | all unset
onError: Exception in onError: thrown for onError | all unset
timer: all unset
tick: all unset
