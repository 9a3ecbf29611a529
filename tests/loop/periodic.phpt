--TEST--
Loop: a periodic timer comes again until it is cancelled, also by itself
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$n = 0;
$loop->addPeriodicTimer(0.001, function ($timer) use ($loop, &$n) {
    echo 'a', ++$n, "\n";
    if ($n === 3) {
        $loop->cancelTimer($timer);
        $loop->cancelTimer($timer); /* twice is once */
    }
});
$loop->run();

/* One that another timer cancels, and one that is cancelled before it is due in the same turn */
$never = null;
$b = $loop->addPeriodicTimer(0.002, function () use (&$m) { $m++; });
$loop->addTimer(0.03, function () use ($loop, $b, &$never) {
    $loop->cancelTimer($b);
    $loop->cancelTimer($never);
});
$never = $loop->addTimer(0.03, function () { echo "never\n"; });
$loop->run();
var_dump($m > 1);

/* Interval 0 does not starve the others. */
$spins = 0;
$spin = $loop->addPeriodicTimer(0, function () use (&$spins) { $spins++; });
$loop->addTimer(0.01, function () use ($loop, $spin) { $loop->cancelTimer($spin); echo "through\n"; });
$loop->run();
var_dump($spins > 1);
?>
--EXPECT--
a1
a2
a3
bool(true)
through
bool(true)
