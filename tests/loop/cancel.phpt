--TEST--
Loop: cancelTimer() ignores a timer that is over and one that is not of this loop
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Foreign implements React\EventLoop\TimerInterface
{
    public function getInterval() { return 1.0; }
    public function getCallback() { return fn() => null; }
    public function isPeriodic() { return false; }
}

$loop = idle_loop();
var_dump($loop->cancelTimer(new Foreign));
$timer = $loop->addTimer(0, function () { echo "called\n"; });
$loop->run();
var_dump($loop->cancelTimer($timer), $loop->cancelTimer($timer));
$loop->cancelTimer($loop->addTimer(1000, fn() => null)); /* or run() would not return */
$loop->run();
try {
    $loop->cancelTimer(new stdClass);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
NULL
called
NULL
NULL
WsChat\Loop::cancelTimer(): Argument #1 ($timer) must be of type React\EventLoop\TimerInterface, stdClass given
