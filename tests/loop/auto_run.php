<?php
require __DIR__ . '/loop.inc';

foreach ([
    'static methods' => 'Loop::futureTick(fn() => print("b")); Loop::addTimer(0.001, fn() => print("c")); echo "a";',
    'get()' => '$loop = Loop::get(); $loop->futureTick(fn() => print("b")); echo "a";',
    'in the order of the shutdown functions' => 'register_shutdown_function(fn() => print("b")); Loop::addTimer(0.001, fn() => print("c")); register_shutdown_function(fn() => print("d")); echo "a";',
    'run by the script' => 'Loop::futureTick(fn() => print("b")); echo "a"; Loop::run(); Loop::futureTick(fn() => print("never")); echo "c";',
    'run by a method of the object' => '$loop = Loop::get(); $loop->futureTick(fn() => print("b")); echo "a"; $loop->run(); $loop->addTimer(1, fn() => print("never"));',
    'stopped from inside' => 'Loop::futureTick(function () { Loop::stop(); Loop::futureTick(fn() => print("never")); echo "b"; }); echo "a"; Loop::run(); echo "c";',
    'stopped before' => 'Loop::addTimer(0.001, fn() => print("never")); Loop::stop(); echo "a";',
    'stop() before there is one' => 'Loop::stop(); Loop::addTimer(0.001, fn() => print("never")); echo "a";',
    'exit()' => 'Loop::addTimer(0.001, fn() => print("b")); echo "a"; exit(3);',
    'exit() in the loop' => 'Loop::addTimer(0.001, fn() => print("never")); Loop::futureTick(function () { echo "a"; exit(4); }); Loop::run();',
    'exit() in the loop at the end' => 'Loop::addTimer(0.001, fn() => print("never")); Loop::futureTick(function () { echo "a"; exit(4); });',
    'an exception' => 'Loop::addTimer(0.001, fn() => print("never")); throw new Exception("uncaught");',
    'an error' => 'Loop::addTimer(0.001, fn() => print("never")); no_such_function();',
    'a fatal error' => 'Loop::addTimer(0.001, fn() => print("never")); error_reporting(E_ALL & ~E_DEPRECATED); trigger_error("fatal", E_USER_ERROR);',
    'a warning' => 'Loop::addTimer(0.001, fn() => print("b")); echo "a", $undefined;',
    'an exception that a handler takes' => 'Loop::addTimer(0.001, fn() => print("b")); set_exception_handler(fn($e) => print("a")); throw new Exception;',
    'an exception that a handler takes, and stops' => 'Loop::addTimer(0.001, fn() => print("never")); set_exception_handler(function () { echo "a"; Loop::stop(); }); throw new Exception;',
    'an exception in the loop at the end' => 'Loop::addTimer(0.001, fn() => throw new Exception("from a timer")); Loop::addTimer(1, fn() => print("never"));',
    'an exception in the loop, caught' => 'Loop::addTimer(0.001, fn() => throw new Exception("a")); Loop::addTimer(1, fn() => print("never")); try { Loop::run(); } catch (Exception $e) { echo $e->getMessage(); }',
    'get() in a shutdown function' => 'register_shutdown_function(function () { Loop::addTimer(0.001, fn() => print("b")); }); echo "a";',
    'only a server' => '$server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, "127.0.0.1"); $server->loop->addTimer(0.001, fn() => print("never")); Loop::addTimer(0.001, fn() => print("never")); echo "a";',
    'only a loop of Factory' => 'React\EventLoop\Factory::create()->addTimer(0.001, fn() => print("never")); echo "a";',
    'only new StreamSelectLoop' => '$loop = new React\EventLoop\StreamSelectLoop; $loop->addTimer(0.001, fn() => print("never")); echo "a";',
    'get() while a loop runs' => '$loop = new React\EventLoop\StreamSelectLoop; $loop->futureTick(function () { Loop::addTimer(0.001, fn() => print("a")); }); $loop->run(); $loop->futureTick(fn() => print("never"));',
    'get() when another one has run' => '(new React\EventLoop\StreamSelectLoop)->run(); Loop::addTimer(0.001, fn() => print("a"));',
    'get() and set()' => 'Loop::addTimer(0.001, fn() => print("b")); Loop::set(new WsChat\Loop); echo "a";',
    'nothing to do' => 'Loop::get(); echo "a";',
    'streams and signals' => '[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); fwrite($b, "b"); Loop::addReadStream($a, function ($a) { echo fread($a, 1); Loop::removeReadStream($a); Loop::removeSignal(10, "strlen"); }); Loop::addSignal(10, "strlen"); echo "a";',
] as $name => $code) {
    echo "$name: ", trim(preg_replace('/\s*\n(#|Stack|  thrown).*|\n/m', ' ', script("use React\EventLoop\Loop; $code"))), "\n";
}
?>
