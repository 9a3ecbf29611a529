<?php
/* SPDX-License-Identifier: MIT
 *
 * Socket pairs and pipes on the loop: read and write listeners, the first that
 * was added stays, removal in a callback.
 */
$loop = React\EventLoop\Factory::create();
[$left, $right] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_blocking($left, false);
stream_set_blocking($right, false);
$loop->addReadStream($right, function ($stream) use ($loop, $right) {
    echo 'first listener ', var_export($stream === $right, true), ' ', json_encode(fread($stream, 100)), ' ', var_export(feof($stream), true), "\n";
    if (feof($stream)) {
        $loop->removeReadStream($stream);
        fclose($stream);
    }
});
$loop->addReadStream($right, fn() => print("second listener\n"));
$n = 0;
$loop->addWriteStream($left, function ($stream) use ($loop, &$n) {
    fwrite($stream, 'write ' . ++$n);
    $loop->removeWriteStream($stream);
    $loop->addTimer(0.005, function () use ($loop, $stream) {
        $loop->addWriteStream($stream, function ($stream) use ($loop) {
            fwrite($stream, 'again');
            $loop->removeWriteStream($stream);
            $loop->addTimer(0.005, fn() => fclose($stream));
        });
    });
});
$loop->removeReadStream($left);
$loop->removeWriteStream($right);
$loop->run();
$process = proc_open(['echo', 'from a pipe'], [1 => ['pipe', 'w']], $pipes);
stream_set_blocking($pipes[1], false);
$loop->addReadStream($pipes[1], function ($pipe) use ($loop) {
    $line = fgets($pipe);
    echo $line === false ? "end of the pipe\n" : "line: $line";
    if ($line === false && feof($pipe)) {
        $loop->removeReadStream($pipe);
    }
});
$loop->run();
echo "done\n";
