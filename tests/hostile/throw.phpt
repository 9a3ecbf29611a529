--TEST--
An exception or an Error in every callback: onError, the log, or out of run(), which goes on when called again
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

foreach (['Exception', 'Error'] as $class) {
    foreach (PLACES as $place) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            ini_set("log_errors", "1");
            try {
                hostile(' . var_export($place, true) . ', fn() => throw new ' . $class . '("harm"),
                        ["before" => function ($io) use (&$server) { $server = $io; }]);
            } catch (Throwable $e) {
                echo "out of run(): ", get_class($e), " ", $e->getMessage(), "\n";
                $server->run();
            }
            echo "stopped\n";
        ');
        $client = provoke($server, $place);
        if ($place === 'onError') {
            $client->expectClose(1011);
        } elseif ($place === 'timer' || $place === 'tick') {
            $server->waitOut('out of run()');
        }
        $other = WsClient::connect($server->port);
        $other->text('still there')->expectText('still there');
        $other->text("stop");
        $server->wait();
        preg_match('/wschat: .*(?= in \/)/', $server->err(), $log);
        echo "$place: ", report($server), isset($log[0]) ? "    {$log[0]}\n" : '';
        if (preg_match('/Fatal|Warning/', $server->err())) {
            echo $server->err();
        }
    }
}
?>
--EXPECT--
onOpen: Exception in onError: harm | stopped => status 0
onMessage: Exception in onError: harm | stopped => status 0
onClose: onClose | stopped => status 0
    wschat: onClose() has thrown Exception: harm
onError: Exception in onError: thrown for onError | onClose | stopped => status 0
    wschat: onError() has thrown Exception: harm
timer: out of run(): Exception harm | stopped => status 0
tick: out of run(): Exception harm | stopped => status 0
onOpen: ErrorException in onError: harm | stopped => status 0
onMessage: ErrorException in onError: harm | stopped => status 0
onClose: onClose | stopped => status 0
    wschat: onClose() has thrown Error: harm
onError: Exception in onError: thrown for onError | onClose | stopped => status 0
    wschat: onError() has thrown Error: harm
timer: out of run(): Error harm | stopped => status 0
tick: out of run(): Error harm | stopped => status 0
