<?php
require __DIR__ . '/loop.inc';

use React\EventLoop\{Factory, Loop, LoopInterface, TimerInterface};

echo "--- which is which\n";
$early = 0;
Loop::addTimer(0, function () use (&$early) { $early++; }); /* before the server is made */
$loop = Loop::get();
var_dump($loop === Loop::get(), get_class($loop), $loop === Factory::create());
$server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
var_dump($server->loop === $loop, Loop::get() === $loop);
$server->socket->close();
$server->run();
var_dump($early);
foreach (['WsChat\Loop', 'React\EventLoop\StreamSelectLoop', 'React\EventLoop\ExtEventLoop', 'React\EventLoop\ExtEvLoop',
    'React\EventLoop\ExtLibevLoop', 'React\EventLoop\ExtLibeventLoop', 'React\EventLoop\ExtUvLoop'] as $name) {
    $other = new $name;
    $calls = 0;
    $timer = $other->addTimer(0, function () use (&$calls) { $calls++; });
    Loop::addTimer(0, function () use (&$calls) { $calls++; });
    $other->run();
    var_dump($other instanceof LoopInterface && $other instanceof $name && $calls === 2 && $timer instanceof TimerInterface);
}

echo "--- a loop in PHP\n";
final class Told implements LoopInterface
{
    public function __call($name, $arguments) { throw new Error; }
    private function tell($name, $arguments)
    {
        echo $name, '(', implode(', ', array_map(fn($a) => is_object($a) ? get_class($a) : gettype($a), $arguments)), ")\n";
        return 'ignored';
    }
    public function addReadStream($stream, $listener) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function addWriteStream($stream, $listener) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function removeReadStream($stream) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function removeWriteStream($stream) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function addTimer($interval, $callback) { $this->tell(__FUNCTION__, func_get_args()); return 'a timer'; }
    public function addPeriodicTimer($interval, $callback) { $this->tell(__FUNCTION__, func_get_args()); return 'another'; }
    public function cancelTimer(TimerInterface $timer) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function futureTick($listener) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function addSignal($signal, $listener) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function removeSignal($signal, $listener) { return $this->tell(__FUNCTION__, func_get_args()); }
    public function run() { $this->tell(__FUNCTION__, func_get_args()); throw new Exception('from run()'); }
    public function stop() { return $this->tell(__FUNCTION__, func_get_args()); }
    public function __destruct() { echo "gone\n"; }
}
$timer = $loop->addTimer(1000, 'strlen');
$told = new Told;
var_dump(Loop::set($told), Loop::get() === $told);
$told = null;
var_dump(
    Loop::addReadStream(STDIN, 'no callable'),
    Loop::addWriteStream(5, fn() => null),
    Loop::removeReadStream(STDIN),
    Loop::removeWriteStream(STDIN),
    Loop::addTimer('soon', null),
    Loop::addPeriodicTimer(1, 'x', 'an extra argument'),
    Loop::cancelTimer($timer),
    Loop::futureTick(7),
    Loop::addSignal(1, 'x'),
    Loop::removeSignal(1, 'x'),
);
caught(fn() => Loop::run());
Loop::stop();
$server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
var_dump(Loop::get() === $server->loop);
$server->socket->close();
$loop->cancelTimer($timer);

echo "--- mistakes\n";
foreach ([
    fn() => Loop::set(new stdClass),
    fn() => Loop::addTimer(1),
    fn() => Loop::addTimer(1, 'no_such_function'),
    fn() => Loop::addReadStream('no stream', 'strlen'),
    fn() => Loop::cancelTimer(null),
    fn() => new Loop,
    fn() => new WsChat\Timer,
] as $call) {
    try {
        echo get_class($call()), "\n";
    } catch (Throwable $e) {
        echo get_class($e), "\n";
    }
}

echo "--- before there is one, these make none\n";
echo script('use React\EventLoop\Loop; Loop::removeReadStream(STDIN); Loop::removeWriteStream(STDIN); Loop::removeSignal(1, "x");
    Loop::stop(); var_dump((new ReflectionProperty(Loop::class, "instance"))->getValue());'), "\n";
?>
