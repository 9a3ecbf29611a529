--TEST--
Loop: ticks come before timers, in their order; one that is added by a tick waits for the next turn
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$loop->addTimer(0, function () { echo "timer\n"; });
usleep(10);
$loop->futureTick(function (...$arguments) use ($loop) {
    echo '1 with ', count($arguments), " arguments\n";
    $loop->futureTick(function () { echo "added by 1\n"; });
});
$loop->futureTick(function () { echo "2\n"; });
$loop->futureTick(function () { echo "3\n"; });
$loop->run();

/* Ticks that add ticks do not starve timers. */
$n = 0;
$tick = function () use ($loop, &$tick, &$n, &$done) {
    $n++;
    $done || $loop->futureTick($tick);
};
$loop->futureTick($tick);
$loop->addTimer(0.005, function () use (&$done) { $done = true; });
$loop->run();
var_dump($n > 1);
?>
--EXPECT--
1 with 0 arguments
2
3
timer
added by 1
bool(true)
