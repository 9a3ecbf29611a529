--TEST--
Loop: a listener that suspends a Fiber in which the loop runs; the loop is run again meanwhile
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$a, $b] = pair();
[$c, $d] = pair();
fwrite($b, '1');
fwrite($d, 'x');
$loop->addReadStream($a, function ($stream) use ($loop) {
    $byte = fread($stream, 1);
    echo "begin $byte\n";
    if ($byte === '1') {
        $value = Fiber::suspend('suspended');
        echo "resumed with $value\n";
    }
    echo "end $byte\n";
    $loop->stop();
});
$loop->addReadStream($c, function ($stream) {
    echo 'the other: ', fread($stream, 1), "\n";
});
$fiber = new Fiber(function () use ($loop) {
    $loop->run();
    echo "the Fiber's run() has ended\n";
});
var_dump($fiber->start());
fwrite($b, '2');
$loop->run();
$fiber->resume('a value');
var_dump($fiber->isTerminated());

echo "--- one that its listener has removed, and that nobody resumes\n";
fwrite($b, '1');
$fiber = new Fiber(fn() => $loop->run());
$fiber->start();
$loop->removeReadStream($a);
$loop->removeReadStream($c);
$fiber = null;
echo "--- end\n";
?>
--EXPECT--
begin 1
string(9) "suspended"
begin 2
end 2
the other: x
resumed with a value
end 1
the Fiber's run() has ended
bool(true)
--- one that its listener has removed, and that nobody resumes
begin 1
--- end
