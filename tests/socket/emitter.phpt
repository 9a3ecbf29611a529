--TEST--
EventEmitter: order, once(), changes while an event is on its way, arguments, exceptions, as in Evenement 3
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

use Evenement\EventEmitter;

function say(string $what): Closure
{
    return function (...$arguments) use ($what) { echo "  $what ", json_encode($arguments), "\n"; };
}

final class ByTrait
{
    use Evenement\EventEmitterTrait;

    public function on_own(): void { $this->on('own', [$this, 'secret']); }
    private function secret(...$arguments) { say('private')(...$arguments); }
}

class Child extends EventEmitter
{
    public function on_own(): void
    {
        $this->on('own', [$this, 'inherited']);
        try {
            $this->on('own', [$this, 'secret']);
        } catch (TypeError $e) {
            echo "  private: no callable for the parent\n";
        }
    }
    protected function inherited(...$arguments) { say('protected')(...$arguments); }
    private function secret() {}
}

foreach ([new EventEmitter, new ByTrait, new Child] as $e) {
    echo $e instanceof ByTrait ? 'trait' : ($e instanceof Child ? 'child' : 'class'), "\n";
    var_dump($e->on('a', $one = say('one')) === $e && $e->once('a', $two = say('two')) === $e);
    $e->on('a', say('three'));
    $e->emit('a', [1, 'x']);
    $e->emit('a', ['k' => 2]);
    $e->removeListener('a', $one);
    $e->removeListener('a', $two);
    $e->removeListener('nothing', $two);
    $e->emit('a');
    echo " changes\n";
    $e->on('b', function () use ($e, &$later) {
        echo "  first\n";
        $e->on('b', say('late'));
        $e->removeListener('b', $later);
        $e->removeAllListeners('b');
    });
    $e->on('b', $later = say('second'));
    $e->once('b', function () use ($e) { echo "  once\n"; $e->emit('b'); });
    $e->emit('b');
    $e->emit('b');
    $e->once('c', function () use ($e) { echo "  once, within\n"; $e->emit('c'); $e->once('c', say('again')); });
    $e->emit('c');
    $e->emit('c');
    $e->emit('c');
    echo " references and names\n";
    $e->on('ref', function (&$number) { $number++; });
    $e->on('ref', function ($number) { echo "  $number\n"; });
    $e->emit('ref', [1]);
    $mine = 5;
    $e->emit('ref', [&$mine]);
    var_dump($mine);
    $e->on('named', function ($a, $b = 'B') { echo "  $a $b\n"; });
    $e->emit('named', ['b' => 1, 'a' => 2]);
    $e->emit('named', [7, 'b' => 8]);
    echo " keys\n";
    $e->on(7, say('seven'));
    $e->emit('7', [1]);
    $e->emit(7.0, [2]);
    $e->on(true, say('one is true'));
    $e->emit(1);
    $e->once('a', say('once'));
    foreach ($e->listeners() as $event => $listeners) {
        echo '  ', var_export($event, true), ' ', json_encode(array_keys($listeners)), "\n";
    }
    echo '  ', count($e->listeners('a')), count($e->listeners('nothing')), "\n";
    echo " exceptions\n";
    $e->on('x', function () { throw new Exception('out of emit()'); });
    $e->on('x', say('not called'));
    $e->once('x', say('kept'));
    try {
        $e->emit('x');
    } catch (Exception $exception) {
        echo '  ', $exception->getMessage(), ', ', count($e->listeners('x')), " listeners\n";
    }
    echo " callables\n";
    $e->on('twice', $one);
    $e->on('twice', $one);
    $e->removeListener('twice', $one);
    $e->emit('twice');
    $e->on('string', 'printf');
    $e->emit('string', ["  %s\n", 'printed']);
    $e->removeListener('string', 'printf');
    $e->emit('string', ["not again\n"]);
    if (!$e instanceof EventEmitter || $e instanceof Child) {
        $e->on_own();
        $e->emit('own', [1]);
    }
    echo " copies\n";
    $copy = clone $e;
    $copy->removeAllListeners();
    var_dump(count($copy->listeners()), count($e->listeners()) > 3, $e->removeAllListeners(), $e->listeners());
}
?>
--EXPECT--
class
bool(true)
  one [1,"x"]
  three [1,"x"]
  two [1,"x"]
  one {"k":2}
  three {"k":2}
  three []
 changes
  first
  second []
  once
  once, within
  again []
 references and names
  2
  6
int(6)
  2 1
  7 8
 keys
  seven [1]
  seven [2]
  one is true []
  'a' [0,1]
  'ref' [0,1]
  'named' [0]
  7 [0]
  1 [0]
  20
 exceptions
  out of emit(), 3 listeners
 callables
  one []
  printed
 copies
int(0)
bool(true)
NULL
array(0) {
}
trait
bool(true)
  one [1,"x"]
  three [1,"x"]
  two [1,"x"]
  one {"k":2}
  three {"k":2}
  three []
 changes
  first
  second []
  once
  once, within
  again []
 references and names
  2
  6
int(6)
  2 1
  7 8
 keys
  seven [1]
  seven [2]
  one is true []
  'a' [0,1]
  'ref' [0,1]
  'named' [0]
  7 [0]
  1 [0]
  20
 exceptions
  out of emit(), 3 listeners
 callables
  one []
  printed
  private [1]
 copies
int(0)
bool(true)
NULL
array(0) {
}
child
bool(true)
  one [1,"x"]
  three [1,"x"]
  two [1,"x"]
  one {"k":2}
  three {"k":2}
  three []
 changes
  first
  second []
  once
  once, within
  again []
 references and names
  2
  6
int(6)
  2 1
  7 8
 keys
  seven [1]
  seven [2]
  one is true []
  'a' [0,1]
  'ref' [0,1]
  'named' [0]
  7 [0]
  1 [0]
  20
 exceptions
  out of emit(), 3 listeners
 callables
  one []
  printed
  private: no callable for the parent
  protected [1]
 copies
int(0)
bool(true)
NULL
array(0) {
}
