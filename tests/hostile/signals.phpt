--TEST--
A signal handler runs while the loop sleeps, and may throw, exit and stop the loop
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('pcntl_signal', 'pcntl_async_signals');
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$handlers = [
    'prints' => 'echo "handled\n"; if (++$count === 2) { $GLOBALS["io"]->loop->stop(); }',
    'stops' => '$GLOBALS["io"]->loop->stop();',
    'throws' => 'throw new Exception("from the handler");',
    'exits' => 'exit(11);',
    'fails' => 'trigger_error("harm", E_USER_ERROR);',
    'closes' => '$GLOBALS["io"]->app->conn->close(); $GLOBALS["io"]->loop->addTimer(0.001, fn() => $GLOBALS["io"]->loop->stop());',
];
foreach ($handlers as $name => $handler) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        final class App extends Ratchet\Server\EchoServer
        {
            public $conn;
            public function onOpen($conn) { $this->conn = $conn; echo "open\n"; }
        }
        register_shutdown_function(fn() => print("shutdown\n"));
        $count = 0;
        try {
            serve(new App, ["raw" => true, "before" => function ($io) use (&$count) {
                $GLOBALS["io"] = $io;
                pcntl_async_signals(true);
                pcntl_signal(SIGUSR1, function () use (&$count) { ' . $handler . ' });
            }]);
            echo "end\n";
        } catch (Exception $e) {
            echo "out of run(): ", $e->getMessage(), "\n";
        }
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
    $client = new WsClient($server->port);
    $server->waitOut("open\n");
    $server->signal(SIGUSR1);
    if ($name === 'prints') {
        $server->waitOut("handled\n"); /* nothing but the signal can have woken it */
        $server->signal(SIGUSR1);
    } elseif ($name === 'closes') {
        $client->expectEof();
    }
    echo "$name: ", report($server);
}
?>
--EXPECT--
prints: open | handled | handled | end | shutdown => status 0
stops: open | end | shutdown => status 0
throws: open | out of run(): from the handler | shutdown => status 0
exits: open | shutdown => status 11
fails: open | shutdown => status 255
closes: open | end | shutdown => status 0
