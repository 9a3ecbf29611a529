--TEST--
Loop: a handler of pcntl_signal() ends the sleep of the loop, whenever it was set, and what it throws comes out of run()
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function('posix_kill', 'pcntl_signal', 'pcntl_fork'); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

/* The loop wakes by itself once a second at most. In each round a child sends a
 * signal into the sleep, and the handler the next: were each found only at that
 * second, the rounds would outlast the timer. */
const ROUNDS = 100;
$loop = idle_loop();
pcntl_async_signals(true);
$rounds = 0;
$handler = function () use ($loop, &$rounds) {
    if (++$rounds === ROUNDS) {
        $loop->stop();
    }
    posix_kill($GLOBALS['child'], SIGUSR1);
};
pcntl_signal(SIGUSR1, fn() => null);
pcntl_signal(SIGUSR2, fn() => $handler());
pcntl_sigprocmask(SIG_BLOCK, [SIGUSR2]); /* until $child is known */
$parent = posix_getpid();
$child = pcntl_fork();
if ($child === 0) {
    pcntl_alarm(100); /* ends it, should the parent have ended before */
    pcntl_sigprocmask(SIG_BLOCK, [SIGUSR1, SIGTERM]);
    do {
        usleep(1000); /* so that the parent sleeps again, most of the time */
        posix_kill($parent, SIGUSR2);
    } while (pcntl_sigwaitinfo([SIGUSR1, SIGTERM]) === SIGUSR1);
    posix_kill(posix_getpid(), SIGKILL);
}
$timer = $loop->addTimer(90, fn() => exit("only $rounds rounds\n"));
$loop->addTimer(0.0001, fn() => pcntl_signal(SIGUSR2, $handler)); /* while it runs */
pcntl_sigprocmask(SIG_UNBLOCK, [SIGUSR2]);
$loop->run();
posix_kill($child, SIGTERM);
pcntl_waitpid($child, $status);
pcntl_signal(SIGUSR2, SIG_DFL);
var_dump($rounds >= ROUNDS);

echo "--- with a handler that throws\n";
pcntl_signal(SIGUSR1, fn() => throw new Exception('from a handler'));
$loop->futureTick(fn() => $loop->futureTick(fn() => null));
try { /* on a busy machine the signal comes before run() does */
    $child = pcntl_fork();
    if ($child === 0) {
        usleep(1000);
        posix_kill($parent, SIGUSR1);
        posix_kill(posix_getpid(), SIGKILL);
    }
    $loop->run();
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
pcntl_waitpid($child, $status);
$loop->cancelTimer($timer);
echo "--- without pcntl_async_signals() they wait for pcntl_signal_dispatch()\n";
pcntl_async_signals(false);
pcntl_signal(SIGUSR1, function () { echo "handler\n"; });
posix_kill($parent, SIGUSR1);
turn($loop);
echo "now\n";
pcntl_signal_dispatch();
?>
--EXPECT--
bool(true)
--- with a handler that throws
from a handler
--- without pcntl_async_signals() they wait for pcntl_signal_dispatch()
now
handler
