--TEST--
Loop: with the last listener a signal does again what it did before; a handler that pcntl_signal() sets later wins
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function('posix_kill', 'pcntl_signal', 'pcntl_fork'); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$send = fn(int $signal) => posix_kill(posix_getpid(), $signal);
$listener = function ($signal) { echo "listener $signal\n"; };
pcntl_async_signals(true);

foreach ([SIGUSR1, SIGALRM] as $signal) {
    echo "--- pcntl_signal() before\n";
    pcntl_signal($signal, function ($signal) { echo "handler $signal\n"; });
    $send($signal);
    $loop->addSignal($signal, $listener);
    $send($signal);
    turn($loop);
    $loop->removeSignal($signal, $listener);
    $send($signal);
    turn($loop);

    echo "--- and after\n";
    $loop->addSignal($signal, $listener);
    pcntl_signal($signal, function ($signal) { echo "later $signal\n"; });
    $send($signal);
    turn($loop);
    $loop->removeSignal($signal, $listener);
    $send($signal);
    pcntl_signal($signal, SIG_DFL);
}

echo "--- without a handler\n";
foreach ([SIGTERM, SIGINT, SIGUSR2, SIGALRM] as $signal) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        $loop->addSignal($signal, $listener);
        $send($signal);
        turn($loop);
        $loop->removeSignal($signal, $listener);
        $send($signal);
        echo "not ended\n";
        exit(1);
    }
    pcntl_waitpid($pid, $status);
    var_dump(pcntl_wifsignaled($status) && pcntl_wtermsig($status) === $signal);
}

echo "--- a graceful end\n";
$server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$server->loop->addSignal(SIGTERM, function () use ($server) {
    echo "SIGTERM\n";
    $server->loop->stop();
});
$server->loop->addTimer(0.001, fn() => $send(SIGTERM));
$server->run();
echo "end\n";
?>
--EXPECT--
--- pcntl_signal() before
handler 10
listener 10
handler 10
--- and after
later 10
later 10
--- pcntl_signal() before
handler 14
listener 14
handler 14
--- and after
later 14
later 14
--- without a handler
listener 15
bool(true)
listener 2
bool(true)
listener 12
bool(true)
listener 14
bool(true)
--- a graceful end
SIGTERM
end
