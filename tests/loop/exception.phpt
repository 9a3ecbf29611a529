--TEST--
Loop: what a timer or a tick throws comes out of run(), which may be called again
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$loop->addTimer(0, function () { throw new DomainException('timer'); });
$loop->addTimer(0, function () { echo "the next timer\n"; });
$loop->futureTick(function () { throw new DomainException('tick'); });
$loop->futureTick(function () { echo "the next tick\n"; });
$n = 0;
$periodic = $loop->addPeriodicTimer(0.001, function ($timer) use ($loop, &$n) {
    if (++$n === 3) {
        $loop->cancelTimer($timer);
    }
    throw new Error("periodic $n");
});
for ($i = 0; $i < 10; $i++) {
    try {
        $loop->run();
        echo "through\n";
        break;
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
DomainException: tick
the next tick
DomainException: timer
the next timer
Error: periodic 1
Error: periodic 2
Error: periodic 3
through
