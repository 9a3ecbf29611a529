--TEST--
EventEmitter: what it refuses, and in which words
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$e = new Evenement\EventEmitter;
$nothing = function () {};
$e->on('needs', function ($one) {});
$e->on('typed', function (array $one) {});
$e->on('gone', [$object = new ArrayObject, 'count']);

class Unset_ extends Evenement\EventEmitter
{
    public function __construct() { unset($this->listeners); $this->onceListeners = null; }
}

foreach ([
    'on(null)' => fn() => $e->on(null, $nothing),
    'once(null)' => fn() => $e->once(null, $nothing),
    'removeListener(null)' => fn() => $e->removeListener(null, $nothing),
    'emit(null)' => fn() => $e->emit(null),
    'on([])' => fn() => $e->on([], $nothing),
    'emit(object)' => fn() => $e->emit(new stdClass),
    'no callable' => fn() => $e->on('x', 'no such function'),
    'no method' => fn() => $e->once('x', [$e, 'nothing']),
    'no listener' => fn() => $e->on('x'),
    'named, then by position' => fn() => $e->emit('needs', ['one' => 1, 2]),
    'unknown name' => fn() => $e->emit('needs', ['two' => 1]),
    'too few' => fn() => $e->emit('needs'),
    'wrong type' => fn() => $e->emit('typed', ['x']),
    'no array' => fn() => $e->emit('typed', 'x'),
    'too many' => fn() => $e->emit('gone', [], 'extra', 'arguments'),
    'properties gone' => function () { $u = new Unset_; $u->emit('x'); $u->on('x', fn() => print("called\n")); $u->emit('x'); },
    'called without an object' => fn() => Evenement\EventEmitter::on('x', $nothing),
] as $what => $try) {
    try {
        $try();
        echo "$what: fine\n";
    } catch (Throwable $t) {
        echo "$what: ", get_class($t), ': ',
            preg_replace(['/, called.*| passed in .*/', '/WsChat\\\\/', '/\{closure.*?\}/'], ['', '', '{closure}'], $t->getMessage()), "\n";
    }
}
?>
--EXPECT--
on(null): InvalidArgumentException: event name must not be null
once(null): InvalidArgumentException: event name must not be null
removeListener(null): InvalidArgumentException: event name must not be null
emit(null): InvalidArgumentException: event name must not be null
on([]): TypeError: Illegal offset type in isset or empty
emit(object): TypeError: Illegal offset type in isset or empty
no callable: TypeError: Evenement\EventEmitter::on(): Argument #2 ($listener) must be of type callable, string given
no method: TypeError: Evenement\EventEmitter::once(): Argument #2 ($listener) must be of type callable, array given
no listener: ArgumentCountError: Evenement\EventEmitter::on() expects exactly 2 arguments, 1 given
named, then by position: Error: Cannot use positional argument after named argument during unpacking
unknown name: Error: Unknown named parameter $two
too few: ArgumentCountError: Too few arguments to function {closure}(), 0 passed and exactly 1 expected
wrong type: TypeError: {closure}(): Argument #1 ($one) must be of type array, string given
no array: TypeError: Evenement\EventEmitter::emit(): Argument #2 ($arguments) must be of type array, string given
too many: fine
called
properties gone: fine
called without an object: Error: Non-static method Evenement\EventEmitter::on() cannot be called statically
