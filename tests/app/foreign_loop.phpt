--TEST--
App: with a loop of another library it listens with React\Socket\Server, and runs that loop
--FILE--
<?php
require __DIR__ . '/../components/mock.inc';

class OtherLoop implements React\EventLoop\LoopInterface
{
    function addReadStream($stream, $listener) {}
    function addWriteStream($stream, $listener) {}
    function removeReadStream($stream) {}
    function removeWriteStream($stream) {}
    function addTimer($interval, $callback) {}
    function addPeriodicTimer($interval, $callback) {}
    function cancelTimer(React\EventLoop\TimerInterface $timer) {}
    function futureTick($listener) {}
    function addSignal($signal, $listener) {}
    function removeSignal($signal, $listener) {}
    function run() { echo "run\n"; }
    function stop() {}
}

/* What the other library has. */
class FakeSocket implements IteratorAggregate
{
    public static $fails = false;
    public function __construct($uri, $loop = null, array $context = [])
    {
        echo "$uri ", get_class($loop), ' ', json_encode($context), "\n";
        if (self::$fails && str_ends_with($uri, '43')) {
            throw new RuntimeException("no $uri", 98);
        }
    }
    public function on($event, callable $listener) { echo "on $event\n"; }
    public function once($event, callable $listener) {}
    public function removeListener($event, callable $listener) {}
    public function removeAllListeners($event = null) {}
    public function listeners($event = null) { return []; }
    public function emit($event, array $arguments = []) {}
    public function getAddress() { return null; }
    public function pause() {}
    public function resume() {}
    public function close() {}
    public function getIterator(): Iterator { return new EmptyIterator; }
}
spl_autoload_register(function ($name) {
    if ($name === 'React\Socket\Server') {
        eval('namespace React\Socket; class Server extends \FakeSocket ' . (interface_exists('React\Socket\ServerInterface') ? 'implements ServerInterface ' : '') . '{}');
    }
});

set_error_handler(fn($level, $text) => print("$level $text\n"));
$loop = new OtherLoop;
$app = new Ratchet\App('localhost', 80, '0.0.0.0', $loop, ['tcp' => ['so_reuseport' => true], 'wschat' => ['backlog' => 5]]);
echo get_class($app->flashServer), ' ', get_class($app->route('/x', new MockComponent)), "\n";
$app->run();
FakeSocket::$fails = true;
$app = new Ratchet\App('localhost', 8080, '127.0.0.1', $loop);
var_dump($app->flashServer);
attempt(fn() => new Ratchet\App('localhost', 43, '127.0.0.1', $loop));
?>
--EXPECT--
0.0.0.0:80 OtherLoop {"tcp":{"so_reuseport":true}}
on connection
0.0.0.0:843 OtherLoop []
on connection
Ratchet\Server\IoServer Ratchet\Http\OriginCheck
run
127.0.0.1:8080 OtherLoop []
on connection
127.0.0.1:8843 OtherLoop []
8 Flash policy server on 127.0.0.1:8843 cannot be started, everything else works: no 127.0.0.1:8843
NULL
127.0.0.1:43 OtherLoop []
RuntimeException: no 127.0.0.1:43
