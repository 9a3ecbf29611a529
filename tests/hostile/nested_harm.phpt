--TEST--
exit(), an exception and a fatal error in a run() inside a callback end the outer one as well
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$harms = [
    'exit' => 'exit(5);',
    'exception' => 'throw new Exception("harm");',
    'fatal' => 'trigger_error("harm", E_USER_ERROR);',
];
foreach ($harms as $name => $harm) {
    foreach (['onMessage', 'timer'] as $place) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            register_shutdown_function(function () {
                echo "shutdown\n";
                $GLOBALS["io"]->loop->futureTick(fn() => $GLOBALS["io"]->loop->stop());
                $GLOBALS["io"]->run();
                echo "run again\n";
            });
            hostile(' . var_export($place, true) . ', function ($conn, $server) {
                $server->loop->addTimer(0.001, function () use ($server) {
                    $server->loop->addTimer(0.001, function () { ' . $harm . ' });
                    echo "inner\n";
                    $server->run();
                    echo "not reached\n";
                });
                echo "outer\n";
                try {
                    $server->run();
                } catch (Exception $e) {
                    echo "caught ", $e->getMessage(), "\n";
                    exit(6);
                }
                echo "not reached\n";
            }, ["before" => fn($io) => $GLOBALS["io"] = $io]);
            echo "not reached\n";
        ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
        $client = provoke($server, $place);
        echo "$name in $place: ", report($server);
    }
}
?>
--EXPECT--
exit in onMessage: outer | inner | shutdown | run again => status 5
exit in timer: outer | inner | shutdown | run again => status 5
exception in onMessage: outer | inner | caught harm | shutdown | run again => status 6
exception in timer: outer | inner | caught harm | shutdown | run again => status 6
fatal in onMessage: outer | inner | shutdown | run again => status 255
fatal in timer: outer | inner | shutdown | run again => status 255
