--TEST--
Loop: signals call their listeners in order with the number, each listener once, and keep run() going
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function('posix_kill'); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

const USR1 = 10, USR2 = 12;
$loop = idle_loop();
$send = fn(int ...$signals) => array_walk($signals, fn($signal) => posix_kill(posix_getpid(), $signal));
$listener = fn(string $name) => function (...$arguments) use ($name) { echo $name, ' ', json_encode($arguments), "\n"; };

final class App
{
    public function heard($signal)
    {
        echo "method $signal\n";
    }

    private static function secret($signal)
    {
        echo "secret $signal\n";
    }

    public function listen($loop): void
    {
        $loop->addSignal(USR1, [self::class, 'secret']); /* may be called from here */
    }
}

$app = new App;
$loop->addSignal(USR1, $first = $listener('first'));
$loop->addSignal(USR1, $second = $listener('second'));
$loop->addSignal(USR1, $first);
$loop->addSignal('12', $first);
$loop->addSignal(USR1, [$app, 'heard']);
$loop->addSignal(USR1, [$app, 'heard']);
$app->listen($loop);

echo "--- only in the loop\n";
$send(USR1);
echo "sent\n";
turn($loop);
echo "--- several, from inside\n";
$loop->futureTick(fn() => $send(USR2, USR2));
turn($loop);
echo "--- some are taken away\n";
$loop->removeSignal(USR1, $second);
$loop->removeSignal(USR1, $second);
$loop->removeSignal(USR1, [$app, 'heard']);
$loop->removeSignal(USR1, 'no such listener');
$loop->removeSignal(15, $first);
$send(USR1);
turn($loop);
$loop->removeSignal(USR1, [App::class, 'secret']);
$loop->removeSignal(USR2, $first);

echo "--- run() goes on until the last listener is gone, which is called in its own round still\n";
$last = function ($signal) use ($loop, $first, &$last) {
    echo "last\n";
    $loop->removeSignal(USR1, $first);
    $loop->removeSignal(USR1, $last);
};
$loop->removeSignal(USR1, $first);
$loop->addSignal(USR1, $last);
$loop->addSignal(USR1, $first);
$loop->addTimer(0.01, fn() => $send(USR1));
$loop->run();

echo "--- an exception comes out of run() and ends the round\n";
$loop->addSignal(USR1, $bad = fn() => throw new Exception('from a listener'));
$loop->addSignal(USR1, $first);
$send(USR1, USR1);
caught(fn() => $loop->run());
$loop->removeSignal(USR1, $bad);
turn($loop);
$loop->removeSignal(USR1, $first);
$loop->run();
?>
--EXPECT--
--- only in the loop
sent
first [10]
second [10]
method 10
secret 10
--- several, from inside
first [12]
first [12]
--- some are taken away
first [10]
secret 10
--- run() goes on until the last listener is gone, which is called in its own round still
last
first [10]
--- an exception comes out of run() and ends the round
Exception: from a listener
first [10]
