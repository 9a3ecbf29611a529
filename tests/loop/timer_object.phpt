--TEST--
Loop: the timer that is handed to its callback, its interval and its kind
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$callback = function (...$arguments) use (&$timer) {
    var_dump(count($arguments), $arguments[0] === $timer);
};
$timer = $loop->addTimer(0.001, $callback);
var_dump($timer instanceof React\EventLoop\TimerInterface, $timer->getInterval(), $timer->isPeriodic(),
    $timer->getCallback() === $callback);
foreach ([0, -5, 0.0000001, 1, '2', '0.5', null, false] as $interval) {
    $other = $loop->addPeriodicTimer($interval, 'strlen');
    echo json_encode($other->getInterval()), $other->isPeriodic() ? " periodic\n" : "\n";
    $loop->cancelTimer($other);
}
$loop->run();
var_dump($timer->getInterval(), $timer->getCallback() === $callback);
foreach ([fn() => clone $timer, fn() => serialize($timer), fn() => $timer->x = 1, fn() => clone $loop,
    fn() => serialize($loop), fn() => new WsChat\Timer] as $call) {
    try {
        $call();
        echo "allowed\n";
    } catch (Throwable $e) {
        echo get_class($e), "\n";
    }
}
?>
--EXPECT--
bool(true)
float(0.001)
bool(false)
bool(true)
1.0e-6 periodic
1.0e-6 periodic
1.0e-6 periodic
1 periodic
2 periodic
0.5 periodic
1.0e-6 periodic
1.0e-6 periodic
int(1)
bool(true)
float(0.001)
bool(true)
Error
Exception
Error
Error
Exception
Error
