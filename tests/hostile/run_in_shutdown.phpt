--TEST--
run() in a shutdown function serves again after exit(), an uncaught exception and fatal errors, old connections too
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

$harms = [
    'exit' => 'exit(3);',
    'exception' => 'throw new Exception("harm");',
    'fatal' => 'trigger_error("harm", E_USER_ERROR);',
    'compile error' => 'eval("class Twice { public \$a; public \$a; }");',
];
foreach ($harms as $name => $harm) {
    foreach ($name === 'exception' ? ['timer', 'tick'] : ['onOpen', 'onMessage', 'onClose', 'timer'] as $place) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            register_shutdown_function(function () {
                echo "again\n";
                $GLOBALS["io"]->run();
                echo "stopped\n";
            });
            hostile(' . var_export($place, true) . ", function () { $harm }, ['before' => function (\$io) {
                \$GLOBALS['io'] = \$io;
            }]);
        ", ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
        $old = $place === 'onClose' ? null : WsClient::connect($server->port);
        $client = $place === 'onOpen' ? $old : provoke($server, $place);
        $server->waitOut("again\n");
        $new = WsClient::connect($server->port);
        $new->text('new')->expectText('new');
        $old?->text('old')->expectText('old');
        $new->text('stop');
        echo "$name in $place: ", report($server);
    }
}
?>
--EXPECT--
exit in onOpen: again | stopped => status 3
exit in onMessage: again | stopped => status 3
exit in onClose: onClose | again | stopped => status 3
exit in timer: again | stopped => status 3
exception in timer: again | stopped => status 255
exception in tick: again | stopped => status 255
fatal in onOpen: again | stopped => status 255
fatal in onMessage: again | stopped => status 255
fatal in onClose: onClose | again | stopped => status 255
fatal in timer: again | stopped => status 255
compile error in onOpen: again | stopped => status 255
compile error in onMessage: again | stopped => status 255
compile error in onClose: onClose | again | stopped => status 255
compile error in timer: again | stopped => status 255
