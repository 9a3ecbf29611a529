--TEST--
Loop: bytes that fgets() has left in PHP's buffer make a stream readable, in each turn until they are read
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$a, $b] = pair();
fwrite($b, "one\ntwo\nthree\n");
$turn = 0;
$loop->addPeriodicTimer(0, function () use (&$turn) { $turn++; }); /* once a turn */
$loop->addReadStream($a, function ($stream) use ($loop, &$turn, &$last) {
    $line = fgets($stream);
    echo json_encode($line), $turn === $last ? " in the same turn\n" : "\n";
    $last = $turn;
    if ($line === "three\n") {
        $loop->stop();
    }
});
$loop->run();

echo "--- also those that came there before it was added, with nobody to write any more\n";
$loop->removeReadStream($a);
fwrite($b, "four\nfive\n");
fclose($b);
echo fgets($a);
$loop->addReadStream($a, function ($stream) use ($loop) {
    $line = fgets($stream);
    echo json_encode($line), "\n";
    if ($line === false) {
        $loop->removeReadStream($stream);
        $loop->stop();
    }
});
$loop->run();

echo "--- the loop does not sleep on them, nor on one that is not read\n";
[$a, $b] = pair();
fwrite($b, "six\nseven\n");
fgets($a);
$calls = 0;
$loop->addReadStream($a, function ($stream) use ($loop, &$calls) {
    if (++$calls === 100) {
        echo fgets($stream);
        $loop->stop();
    }
});
$loop->run();
$calls = 0;
turn($loop);
var_dump($calls);
?>
--EXPECT--
"one\n"
"two\n"
"three\n"
--- also those that came there before it was added, with nobody to write any more
four
"five\n"
false
--- the loop does not sleep on them, nor on one that is not read
seven
int(0)
