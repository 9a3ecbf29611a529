--TEST--
Loop: a stream with a filter is watched where stream_select() takes one, which PHP does from 8.6 on, and refused elsewhere
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
$heard = [];
foreach (['Read', 'Write'] as $direction) {
    try {
        $loop->{"add{$direction}Stream"}($stream, function ($stream) use ($loop, $direction, &$heard) {
            $heard[] = $direction === 'Read' ? fread($stream, 8192) : 'writable';
            $loop->{"remove{$direction}Stream"}($stream);
            count($heard) === 2 && $loop->stop();
        });
    } catch (ValueError $e) {
        $heard[] = preg_replace('/of type \S+/', 'of type T', $e->getMessage());
    }
}
if ($taken) {
    $loop->addTimer(5, fn() => $loop->stop()); /* if nothing is heard of it */
    $loop->run();
}
$refused = fn(string $direction) => "WsChat\\Loop::add{$direction}Stream(): Argument #1 (\$stream) must be a stream that can be "
    . 'waited for, a filtered stream of type T has no descriptor';
var_dump($heard === ($taken ? ['uryyb', 'writable'] : [$refused('Read'), $refused('Write')]) ?: $heard);
?>
--EXPECT--
bool(true)
