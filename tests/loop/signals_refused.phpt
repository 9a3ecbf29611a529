--TEST--
Loop: what is no signal, or can't be caught, is refused
--EXTENSIONS--
wschat
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/loop.inc';

$loop = idle_loop();
foreach ([0, -1, 65, PHP_INT_MAX, 9, 19, 'x', []] as $signal) {
    caught(fn() => $loop->addSignal($signal, 'strlen'));
}
caught(fn() => $loop->removeSignal(65, 'strlen'));
caught(fn() => $loop->removeSignal('15', 'no such function'));
caught(fn() => $loop->addSignal(15, 'no such function'));
$loop->run();
?>
--EXPECT--
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal, 1 to 64
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal, 1 to 64
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal, 1 to 64
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be the number of a signal, 1 to 64
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be a signal that can be caught, 9 given
ValueError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be a signal that can be caught, 19 given
TypeError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be of type int, string given
TypeError: WsChat\Loop::addSignal(): Argument #1 ($signal) must be of type int, array given
ValueError: WsChat\Loop::removeSignal(): Argument #1 ($signal) must be the number of a signal, 1 to 64
NULL
TypeError: WsChat\Loop::addSignal(): Argument #2 ($listener) must be a valid callback, function "no such function" not found or invalid function name
