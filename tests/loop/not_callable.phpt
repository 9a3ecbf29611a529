--TEST--
Loop: what is not callable is a TypeError, what is no number of seconds a ValueError
--EXTENSIONS--
wschat
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/loop.inc';

$loop = idle_loop();
foreach ([
    fn() => $loop->addTimer(0, 'no_such_function'),
    fn() => $loop->addPeriodicTimer(0, [new stdClass, 'nope']),
    fn() => $loop->futureTick(5),
    fn() => $loop->addTimer(0),
    fn() => $loop->addTimer([], 'strlen'),
    fn() => $loop->addTimer(NAN, 'strlen'),
    fn() => $loop->addReadStream(STDIN, 'no_such_function'),
    fn() => $loop->addWriteStream(STDIN),
    fn() => $loop->addSignal(2, null),
    fn() => $loop->removeReadStream(STDIN),
    fn() => $loop->removeWriteStream(STDIN),
    fn() => $loop->removeSignal(2, 'strlen'),
] as $call) {
    try {
        var_dump($call());
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
$loop->run();
?>
--EXPECT--
TypeError: WsChat\Loop::addTimer(): Argument #2 ($callback) must be a valid callback, function "no_such_function" not found or invalid function name
TypeError: WsChat\Loop::addPeriodicTimer(): Argument #2 ($callback) must be a valid callback, class stdClass does not have a method "nope"
TypeError: WsChat\Loop::futureTick(): Argument #1 ($listener) must be a valid callback, no array or string given
ArgumentCountError: WsChat\Loop::addTimer() expects exactly 2 arguments, 1 given
ValueError: WsChat\Loop::addTimer(): Argument #1 ($interval) must be a number of seconds
ValueError: WsChat\Loop::addTimer(): Argument #1 ($interval) must be a number of seconds
TypeError: WsChat\Loop::addReadStream(): Argument #2 ($listener) must be a valid callback, function "no_such_function" not found or invalid function name
ArgumentCountError: WsChat\Loop::addWriteStream() expects exactly 2 arguments, 1 given
TypeError: WsChat\Loop::addSignal(): Argument #2 ($listener) must be a valid callback, no array or string given
NULL
NULL
NULL
