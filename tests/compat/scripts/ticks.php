<?php
/* SPDX-License-Identifier: MIT
 *
 * futureTick: before timers, in order, and a tick that is made in a tick comes
 * in the next turn.
 */
$loop = React\EventLoop\Loop::get();
$loop->addTimer(0, fn() => print("timer\n"));
$loop->futureTick(function () use ($loop) {
    echo "one\n";
    $loop->futureTick(function () use ($loop) {
        echo "three\n";
        $loop->stop();
        $loop->futureTick(fn() => print("after the stop\n"));
    });
});
$loop->futureTick(fn() => print("two\n"));
echo "before\n";
$loop->run();
echo "stopped\n";
$loop->run();
echo "idle\n";
