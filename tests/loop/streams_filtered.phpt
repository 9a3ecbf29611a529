--TEST--
Loop: a stream with a filter is watched where stream_select() takes one, which PHP does from 8.6 on
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$stream, $other] = pair();
stream_filter_append($stream, 'string.rot13', STREAM_FILTER_READ);
fwrite($other, 'hello');
$read = [$stream];
$none = [];
try {
    $taken = @stream_select($read, $none, $none, 0) === 1;
} catch (ValueError) {
    $taken = false; /* no stream is left to wait for */
}
try {
    $loop->addReadStream($stream, function ($stream) use ($loop) {
        var_dump(fread($stream, 8192));
        $loop->removeReadStream($stream);
    });
} catch (ValueError $e) {
    $taken ? throw $e : print($e->getMessage() . "\n");
}
$loop->run();
echo "as stream_select() has it\n";
?>
--EXPECTREGEX--
(string\(5\) "uryyb"|WsChat\\Loop::addReadStream\(\): Argument #1 \(\$stream\) must be a stream that can be waited for, a filtered stream of type \S+ has no descriptor)
as stream_select\(\) has it
