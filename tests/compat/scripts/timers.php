<?php
/* SPDX-License-Identifier: MIT
 *
 * Timers: which comes first, cancelled ones, periodic ones, what a timer knows
 * of itself.
 */
use React\EventLoop\Loop;

$loop = React\EventLoop\Factory::create();
echo var_export($loop === Loop::get(), true), "\n";
$loop->addTimer(0.03, fn() => print("third\n"));
$loop->addTimer(0.01, fn() => print("first\n"));
$loop->addTimer(0.02, fn() => print("second\n"));
$cancelled = $loop->addTimer(0.015, fn() => print("never\n"));
$loop->cancelTimer($cancelled);
$loop->cancelTimer($cancelled);
$periodic = null;
$count = 0;
$begin = function () use (&$count, &$periodic, $loop) {
    $periodic = $loop->addPeriodicTimer(0.001, function ($timer) use (&$count, &$periodic, $loop) {
        echo 'periodic ', ++$count, ' ', var_export($timer === $periodic, true), "\n";
        if ($count === 3) {
            $loop->cancelTimer($timer);
            $loop->addTimer(0, function () use ($loop) {
                echo "zero\n";
                $loop->addTimer(0.01, fn() => print("last\n"));
            });
        }
    });
};
foreach ([1, 2, 3] as $n) { /* due at once: in order */
    $loop->addTimer(0.04, function () use ($n, $loop, $begin) {
        echo "tie $n\n";
        $loop->futureTick(fn() => print("tick of $n\n"));
        if ($n === 3) {
            $loop->futureTick($begin); /* nothing else is due then, however slow the machine */
        }
    });
}
usleep(50000);
foreach ([$loop->addPeriodicTimer(0.001, fn() => null), $loop->addTimer(1.5, fn() => null), $loop->addPeriodicTimer(0, fn() => null)] as $timer) {
    echo var_export($timer instanceof React\EventLoop\TimerInterface, true), ' ', json_encode($timer->getInterval()), ' ',
        var_export($timer->isPeriodic(), true), ' ', get_class($timer->getCallback()), "\n";
    $loop->cancelTimer($timer);
}
echo var_export($loop->run(), true), "\n";
