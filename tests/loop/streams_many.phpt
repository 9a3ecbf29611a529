--TEST--
Loop: more than two thousand descriptors, with numbers that select() can't take
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_linux(); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop(); /* which has raised the limit of descriptors as far as it goes */
$pairs = [];
while (count($pairs) < 1100 && ($pair = @stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0))) {
    $pairs[] = $pair;
}
$many = count($pairs);
$heard = 0;
foreach ($pairs as $i => [$a, $b]) {
    $loop->addReadStream($a, function ($stream) use ($loop, &$heard, $i) {
        $heard += (int) fgets($stream) === $i;
        $loop->removeReadStream($stream);
    });
    $loop->addWriteStream($b, function ($stream) use ($loop, $i) {
        fwrite($stream, "$i\n");
        $loop->removeWriteStream($stream);
    });
}
$loop->run();
var_dump($heard === $many, $many > 1024);

/* Half of them closed, then the rest. */
foreach ($pairs as $i => [$a, $b]) {
    $loop->addReadStream($a, function ($stream) use ($loop, &$heard) {
        $heard--;
        $loop->removeReadStream($stream);
    });
    if ($i % 2) {
        fclose($a);
    } else {
        fclose($b); /* its end is readable */
    }
}
$loop->run();
var_dump($heard === intdiv($many, 2));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
