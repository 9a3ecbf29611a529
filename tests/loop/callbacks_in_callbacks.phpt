--TEST--
Loop: timers and ticks that are added inside callbacks
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$loop->addTimer(0.001, function () use ($loop) {
    echo "outer\n";
    $loop->futureTick(function () use ($loop) {
        echo "tick\n";
        $loop->addTimer(0.001, function () use ($loop) {
            echo "inner\n";
            $loop->addTimer(0, function () { echo "innermost\n"; });
        });
    });
    $loop->addTimer(0.05, function () { echo "last\n"; });
});
$loop->run();

function depth($loop, int $left): void
{
    $left ? $loop->addTimer(0, fn() => depth($loop, $left - 1)) : print("deep\n");
}
depth($loop, 500);
$loop->run();
?>
--EXPECT--
outer
tick
inner
innermost
last
deep
