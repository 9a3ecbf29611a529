--TEST--
Loop: streams are added and removed by listeners of the same turn; what is not listened to is ignored
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$names = ['a', 'b', 'c', 'd'];
foreach ($names as $name) {
    [$streams[$name], $ends[$name]] = pair();
    fwrite($ends[$name], 'x');
}

echo "--- by the one before: not called; the one behind: was called\n";
$loop->addReadStream($streams['a'], function () { echo "a\n"; });
$loop->addReadStream($streams['b'], function () use ($loop, $streams) {
    echo "b\n";
    $loop->removeReadStream($streams['a']);
    $loop->removeReadStream($streams['c']);
    $loop->removeWriteStream($streams['d']);
    $loop->addReadStream($streams['d'], function () { echo "d, a turn later\n"; });
});
$loop->addReadStream($streams['c'], function () { echo "c\n"; });
$loop->addWriteStream($streams['d'], function () { echo "write d\n"; });
turn($loop);
echo "--- the next turn\n";
turn($loop);
foreach ($streams as $stream) {
    $loop->removeReadStream($stream);
}
$loop->run();

echo "--- itself, and added anew\n";
$loop->addReadStream($streams['a'], function ($stream) use ($loop) {
    echo "first\n";
    $loop->removeReadStream($stream);
    $loop->removeReadStream($stream);
    $loop->addReadStream($stream, function ($stream) use ($loop) {
        echo "second\n";
        $loop->removeReadStream($stream);
    });
});
$loop->run();

echo "--- nothing of this is known\n";
foreach ([$streams['a'], 5, 'x', null, new stdClass, [], 1.5, true] as $nothing) {
    var_dump($loop->removeReadStream($nothing), $loop->removeWriteStream($nothing));
}

echo "--- a listener in a listener: run() inside\n";
$loop->addReadStream($streams['a'], function ($stream) use ($loop, &$depth) {
    echo str_repeat(' ', (int) $depth), 'in, ', json_encode(fread($stream, 1)), "\n";
    if (++$depth === 1) {
        $loop->addTimer(0.001, fn() => $loop->stop());
        $loop->run();
        $loop->removeReadStream($stream);
        echo "out\n";
    }
});
$loop->addReadStream($streams['b'], function ($stream) use ($loop, $ends) {
    echo " b, from inside\n";
    fread($stream, 1);
    fwrite($ends['a'], 'y');
    $loop->removeReadStream($stream);
});
$loop->run(); /* stop() has ended this one, too */
echo "--- end\n";
?>
--EXPECT--
--- by the one before: not called; the one behind: was called
a
b
--- the next turn
b
d, a turn later
--- itself, and added anew
first
second
--- nothing of this is known
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
--- a listener in a listener: run() inside
in, "x"
 b, from inside
 in, "y"
out
--- end
