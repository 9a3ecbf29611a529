--TEST--
A fatal error in a destructor while the exception of a timer is pending: the loop can run again
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    final class Bomb
    {
        public function call() { throw new Exception("from the timer"); }
        public function __destruct() { trigger_error("boom", E_USER_ERROR); }
    }
    register_shutdown_function(function () {
        echo "shutdown: ", error_get_last()["message"], "\n";
        $loop = $GLOBALS["io"]->loop;
        $loop->addTimer(0.001, function () use ($loop) { echo "timer\n"; $loop->stop(); });
        $loop->run();
        echo "run again\n";
    });
    serve(new Ratchet\Server\EchoServer, ["before" => function ($io) {
        $GLOBALS["io"] = $io;
        $io->loop->addTimer(0.001, [new Bomb, "call"]);
    }]);
', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0', 'zend.exception_ignore_args' => '1']]);
echo report($server);
?>
--EXPECT--
shutdown: boom | timer | run again => status 255
