<?php
/* SPDX-License-Identifier: MIT
 *
 * Signals on the loop: two listeners of one, one twice, removal.
 *
 * @needs pcntl
 */
use React\EventLoop\Loop;

$first = function ($signal) use (&$first) {
    echo "first $signal\n";
    Loop::removeSignal(SIGUSR1, $first);
};
$second = fn($signal) => print("second $signal\n");
Loop::addSignal(SIGUSR1, $first);
Loop::addSignal(SIGUSR1, $second);
Loop::addSignal(SIGUSR1, $second);
Loop::addSignal(SIGUSR2, function ($signal) use (&$second) {
    echo "end $signal\n";
    Loop::removeSignal(SIGUSR1, $second);
    Loop::stop();
});
Loop::removeSignal(SIGHUP, $second);
Loop::addPeriodicTimer(0.02, fn() => null); /* a signal that comes just before the loop sleeps is seen then */
Loop::addTimer(0.001, fn() => print("ready\n")); /* not before run(), or Ratchet's loop forgets a stop() */
Loop::run();
echo "stopped\n";
