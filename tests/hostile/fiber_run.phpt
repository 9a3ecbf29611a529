--TEST--
run() inside a Fiber which is suspended in onMessage: resumed, served from outside, dropped, and every way to end
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$ends = [
    'resume' => '$fiber->resume(); echo "run() is back\n"; exit(1);',
    'run and resume' => '$io->loop->addTimer(0.001, fn() => $fiber->resume());
        $io->loop->addTimer(0.01, fn() => $io->loop->stop());
        $io->run();',
    'drop' => '$fiber = null; gc_collect_cycles(); echo "dropped\n";
        $io->loop->addTimer(0.001, fn() => $io->loop->stop()); $io->run();',
    'exit' => 'exit(4);',
    'exception' => 'throw new Exception("harm");',
    'fatal' => 'trigger_error("harm", E_USER_ERROR);',
    'throw into it' => 'try { $fiber->throw(new Exception("thrown in")); } finally { echo "back\n"; }',
    'end of the script' => '',
];
foreach ($ends as $name => $end) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        register_shutdown_function(fn() => print("shutdown\n"));
        final class App extends Ratchet\Server\EchoServer
        {
            public function onMessage($conn, $message)
            {
                echo "got $message\n";
                try {
                    Fiber::suspend();
                    echo "resumed\n";
                    $GLOBALS["io"]->loop->stop();
                } finally {
                    echo "finally\n";
                }
            }
            public function onError(Ratchet\ConnectionInterface $conn, Exception $e)
            {
                echo "onError: ", $e->getMessage(), "\n";
                $GLOBALS["io"]->loop->stop();
            }
        }
        $fiber = new Fiber(fn() => serve(new App, ["before" => fn($server) => $GLOBALS["io"] = $server]));
        $fiber->start();
        echo "main\n";
        ' . $end . '
        echo "end\n";
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
    $client = WsClient::connect($server->port);
    $client->text('message');
    echo "$name: ", report($server);
}
?>
--EXPECT--
resume: got message | main | resumed | finally | run() is back | shutdown => status 1
run and resume: got message | main | resumed | finally | end | shutdown => status 0
drop: got message | main | finally | dropped | end | shutdown => status 0
exit: got message | main | shutdown | finally => status 4
exception: got message | main | shutdown | finally => status 255
fatal: got message | main | shutdown => status 255
throw into it: got message | main | finally | onError: thrown in | back | end | shutdown => status 0
end of the script: got message | main | end | shutdown | finally => status 0
