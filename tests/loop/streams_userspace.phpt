--TEST--
Loop: a stream written in PHP is watched by what its stream_cast() returns, whatever that method does
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Wrapper
{
    public $context;
    public static $inner;
    public static ?Closure $cast = null, $close = null;

    public function stream_open($path, $mode, $options, &$opened): bool
    {
        return true;
    }

    public function stream_cast(int $as)
    {
        echo "stream_cast\n";
        return self::$cast ? (self::$cast)() : self::$inner;
    }

    public function stream_read(int $count): string
    {
        return (string) fread(self::$inner, $count);
    }

    public function stream_eof(): bool
    {
        return feof(self::$inner);
    }

    public function stream_close(): void
    {
        echo "stream_close\n";
        self::$close && (self::$close)();
    }
}
stream_wrapper_register('test', Wrapper::class);

$loop = idle_loop();
[$a, $b] = pair();
Wrapper::$inner = $a;
$stream = fopen('test://', 'r');
fwrite($b, "one\ntwo\n");
$loop->addReadStream($stream, function ($stream) use ($loop) {
    echo $line = fgets($stream);
    if ($line === "two\n") {
        $loop->removeReadStream($stream);
    }
});
$loop->run();

echo "--- it fails, throws, would close the stream\n";
Wrapper::$cast = fn() => false;
caught(fn() => $loop->addReadStream($stream, 'strlen'));
Wrapper::$cast = fn() => throw new Exception('from stream_cast');
caught(fn() => $loop->addReadStream($stream, 'strlen'));
Wrapper::$cast = function () use ($stream, $a) {
    echo @fclose($stream) ? "closed\n" : "not closed\n";
    return $a;
};
caught(fn() => $loop->addReadStream($stream, 'strlen'));
fclose($stream);
$loop->run();

echo "--- stream_close() when the loop lets go\n";
Wrapper::$cast = null;
$stream = fopen('test://', 'r');
$loop->addReadStream($stream, function ($stream) use ($loop) {
    $loop->removeReadStream($stream);
});
$stream = null;
fwrite($b, 'x');
$loop->run();
$loop->addReadStream(fopen('test://', 'r'), 'strlen');
Wrapper::$close = function () use ($b) {
    Wrapper::$close = null;
    (new WsChat\Loop)->addReadStream($b, 'strlen'); /* when there is none any more */
};
echo "--- end\n";
?>
--EXPECT--
stream_cast
one
two
--- it fails, throws, would close the stream
stream_cast
ValueError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be a stream that can be waited for, a stream of type user-space has no descriptor
stream_cast
Exception: from stream_cast
stream_cast
not closed
NULL
stream_close
--- stream_close() when the loop lets go
stream_cast
stream_close
stream_cast
--- end
stream_close
