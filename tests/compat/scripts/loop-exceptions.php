<?php
/* SPDX-License-Identifier: MIT
 *
 * What timers and ticks throw comes out of run(), which may be called again.
 */
$loop = React\EventLoop\Loop::get();
$loop->futureTick(fn() => throw new RuntimeException('from a tick'));
$loop->addTimer(0.001, fn() => throw new LogicException('from a timer'));
$loop->addTimer(0.002, fn() => print("still there\n"));
for ($i = 0; $i < 3; $i++) {
    try {
        $loop->run();
        echo "returned\n";
    } catch (Exception $e) {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}
$loop->addTimer(0.001, fn() => throw new DomainException('nobody catches this'));
$loop->run();
echo "not reached\n";
