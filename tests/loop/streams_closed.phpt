--TEST--
Loop: a stream that is closed while it is listened to is forgotten, also when its number goes to another one at once
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Witness
{
    public function __construct(public string $name)
    {
    }

    public function __destruct()
    {
        echo "{$this->name} is forgotten\n";
    }
}

/* A listener that ends with its stream. */
function listener(string $name, ?Closure $act = null): Closure
{
    $witness = new Witness($name);
    return function ($stream) use ($witness, $act) {
        echo "{$witness->name} is called\n";
        $act && $act($stream);
    };
}

$loop = idle_loop();

echo "--- before run(), which has nothing to do then\n";
[$a, $b] = pair();
$loop->addReadStream($a, listener('reader'));
$loop->addWriteStream($a, listener('writer'));
fclose($a);
$loop->run();

echo "--- in its own listener\n";
[$a, $b] = pair();
fwrite($b, 'x');
$loop->addReadStream($a, listener('reader', function ($stream) { fclose($stream); }));
$loop->addWriteStream($a, listener('writer'));
$loop->run();

echo "--- by the listener before\n";
[$a, $b] = pair();
[$c, $d] = pair();
fwrite($b, 'x');
fwrite($d, 'x');
$loop->addReadStream($a, listener('first', function ($stream) use ($c) { fclose($c); fclose($stream); }));
$loop->addReadStream($c, listener('second'));
$loop->run();

echo "--- by a timer, while the other end has something to say\n";
[$a, $b] = pair();
$loop->addReadStream($a, listener('reader'));
$loop->addTimer(0.001, function () use (&$a, $b) { fwrite($b, 'x'); fclose($a); });
$loop->run();

echo "--- and the number taken by another stream\n";
[$a, $b] = pair();
$loop->addReadStream($a, listener('old reader'));
$loop->addWriteStream($a, listener('old writer'));
turn($loop);
fclose($a);
[$c, $d] = pair(); /* $c has the number of $a now */
$loop->addReadStream($c, listener('new reader', function ($stream) use ($loop) {
    fread($stream, 1);
    $loop->removeReadStream($stream);
}));
fwrite($d, 'x');
$loop->removeReadStream($a); /* means the old one */
$loop->run();

echo "--- or by a regular file\n";
[$a, $b] = pair();
$loop->addReadStream($a, listener('old reader'));
fclose($a);
$file = fopen(__FILE__, 'r');
$loop->addReadStream($file, listener('file', function ($stream) { fclose($stream); }));
$loop->run();

echo "--- its file lives on behind another number\n";
[$a, $b] = pair();
preg_match('/\d+/', implode(' ', array_keys(array_filter(
    array_combine(scandir('/proc/self/fd'), array_map(fn($fd) => @readlink("/proc/self/fd/$fd"), scandir('/proc/self/fd'))),
    fn($link) => $link === 'socket:[' . fstat($a)['ino'] . ']'
))), $number);
$copy = fopen("php://fd/$number[0]", 'r');
stream_set_blocking($copy, false);
$loop->addReadStream($a, listener('reader'));
fwrite($b, 'x');
fclose($a);
$loop->addTimer(0.1, function () use ($loop, $copy) {
    $loop->addReadStream($copy, listener('copy', function ($stream) use ($loop) {
        echo fread($stream, 10), "\n";
        $loop->removeReadStream($stream);
    }));
});
$loop->run();

echo "--- the stream is dropped by the script: the loop holds it\n";
[$a, $b] = pair();
$loop->addReadStream($a, listener('reader', function ($stream) use ($loop) {
    echo fread($stream, 20), "\n";
    $loop->removeReadStream($stream);
}));
$a = null;
fwrite($b, 'still there');
$loop->run();
var_dump(fread($b, 1), feof($b)); /* the end: it was the last */
?>
--EXPECT--
--- before run(), which has nothing to do then
reader is forgotten
writer is forgotten
--- in its own listener
reader is called
writer is forgotten
reader is forgotten
--- by the listener before
first is called
second is forgotten
first is forgotten
--- by a timer, while the other end has something to say
reader is forgotten
--- and the number taken by another stream
old writer is called
old reader is forgotten
old writer is forgotten
new reader is called
new reader is forgotten
--- or by a regular file
old reader is forgotten
file is called
file is forgotten
--- its file lives on behind another number
reader is forgotten
copy is called
x
copy is forgotten
--- the stream is dropped by the script: the loop holds it
reader is called
still there
reader is forgotten
string(0) ""
bool(true)
