--TEST--
Loop: stop() ends run() with its turn, and run() may be called again
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$loop->run();
echo "idle\n";
$loop->stop(); /* before run() it means nothing, as in React */
$loop->addTimer(0.001, function () use ($loop) {
    echo "first\n";
    $loop->stop();
    echo "still in the callback\n";
});
$loop->addTimer(0.1, function () { echo "second\n"; });
$loop->run();
echo "stopped\n";
$loop->run();
echo "through\n";
$loop->futureTick(function () use ($loop) { $loop->stop(); });
$loop->futureTick(function () { echo "of the same turn\n"; });
$loop->addPeriodicTimer(1000, fn() => null);
$loop->run();
echo "end\n";
?>
--EXPECT--
idle
first
still in the callback
stopped
second
through
of the same turn
end
