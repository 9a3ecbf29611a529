--TEST--
Loop: what a listener throws comes out of run(), after which the loop goes on; exit() ends the script
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$a, $b] = pair();
[$c, $d] = pair();
fwrite($b, 'x');
fwrite($d, 'x');
$loop->addReadStream($a, function ($stream) {
    fread($stream, 1);
    throw new RuntimeException('from a reader');
});
$loop->addReadStream($c, function ($stream) use ($loop) {
    echo "the other: ", fread($stream, 1), "\n";
    $loop->removeReadStream($stream);
});
$loop->addWriteStream($d, function ($stream) use ($loop) {
    $loop->removeWriteStream($stream);
    throw new Error('from a writer');
});
caught(fn() => $loop->run());
caught(fn() => $loop->run());
$loop->removeReadStream($a);
caught(fn() => $loop->run());

echo "--- a destructor that throws when a listener is taken away, inside and outside of run()\n";
final class Bomb
{
    public function __destruct()
    {
        throw new Exception('boom');
    }
}
function armed(): Closure
{
    $bomb = new Bomb;
    return function () use ($bomb) {};
}
$loop->addReadStream($a, armed());
caught(fn() => $loop->removeReadStream($a));
$loop->addReadStream($a, armed());
$loop->futureTick(fn() => caught(fn() => $loop->removeReadStream($a)));
caught(fn() => $loop->run());
[$e] = pair();
$loop->addReadStream($e, armed());
fclose($e);
caught(fn() => $loop->run());
$timer = $loop->addTimer(1000, armed());
$loop->cancelTimer($timer);
caught(function () use (&$timer) { $timer = null; });
$loop->futureTick(function () { echo "the loop goes on\n"; });
caught(fn() => $loop->run());

echo "--- exit()\n";
fwrite($b, 'x');
$loop->addReadStream($a, function () {
    register_shutdown_function(function () { echo "shutdown\n"; });
    exit("exit\n");
});
$loop->run();
echo "never\n";
?>
--EXPECT--
RuntimeException: from a reader
the other: x
Error: from a writer
NULL
--- a destructor that throws when a listener is taken away, inside and outside of run()
Exception: boom
Exception: boom
NULL
Exception: boom
Exception: boom
the loop goes on
NULL
--- exit()
exit
shutdown
