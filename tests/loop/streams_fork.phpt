--TEST--
Loop: a forked child goes on with the streams, changes and drops what it likes, and the parent hears them still
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function('pcntl_fork'); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$a, $b] = pair();
$hear = function (string $who) use ($loop) {
    return function ($stream) use ($who, $loop) {
        echo "$who: ", fread($stream, 100), "\n";
        $loop->removeReadStream($stream);
    };
};
foreach ([
    'exits' => fn() => exit(0),
    'removes it' => function () use ($loop, $a) { $loop->removeReadStream($a); exit(0); },
    'closes it' => function () use ($loop, $a) { fclose($a); turn($loop); exit(0); },
    'adds another' => function () use ($loop, $hear) {
        [$c, $d] = pair();
        fwrite($d, 'another');
        $loop->addReadStream($c, $hear('child'));
        turn($loop);
        exit(0);
    },
    'removes it in the loop' => function () use ($loop, $a) {
        $loop->futureTick(function () use ($loop, $a) { $loop->removeReadStream($a); });
        $loop->run();
        exit(0);
    },
] as $what => $child) {
    echo "--- the child $what\n";
    $loop->addReadStream($a, $hear('parent'));
    turn($loop);
    $pid = pcntl_fork();
    if ($pid === 0) {
        $child();
    }
    pcntl_waitpid($pid, $status);
    var_dump(pcntl_wexitstatus($status));
    fwrite($b, 'hello');
    $loop->run();
}

echo "--- forked by a listener\n";
$loop->addReadStream($a, function ($stream) use ($loop, $b, $hear) {
    fread($stream, 100);
    $pid = pcntl_fork();
    $loop->removeReadStream($stream);
    $loop->addReadStream($stream, $hear($pid ? 'parent' : 'child'));
    if ($pid) {
        pcntl_waitpid($pid, $status);
        var_dump(pcntl_wexitstatus($status));
        fwrite($b, 'to the parent');
    } else {
        fwrite($b, 'to the child');
    }
});
fwrite($b, 'fork');
$loop->run();
echo "end\n";
?>
--EXPECT--
--- the child exits
int(0)
parent: hello
--- the child removes it
int(0)
parent: hello
--- the child closes it
int(0)
parent: hello
--- the child adds another
child: another
int(0)
parent: hello
--- the child removes it in the loop
int(0)
parent: hello
--- forked by a listener
child: to the child
end
int(0)
parent: to the parent
end
