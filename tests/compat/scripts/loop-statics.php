<?php
/* SPDX-License-Identifier: MIT
 *
 * The static methods of Loop, and a loop that runs by itself at the end of the
 * script.
 */
use React\EventLoop\Loop;

Loop::futureTick(fn() => print("tick\n"));
$n = 0;
[$left, $right] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
Loop::addReadStream($right, function ($stream) use (&$n) {
    echo 'read ', fread($stream, 100), "\n";
    Loop::removeReadStream($stream);
    $timer = Loop::addPeriodicTimer(0.02, function () use (&$n, &$timer) {
        echo 'periodic ', ++$n, "\n";
        if ($n === 2) {
            Loop::cancelTimer($timer);
        }
    });
    Loop::addTimer(0.001, fn() => print("timer\n"));
});
Loop::addWriteStream($left, function ($stream) {
    fwrite($stream, 'written');
    Loop::removeWriteStream($stream);
});
register_shutdown_function(fn() => print("a shutdown function\n"));
echo "end of the script\n";
