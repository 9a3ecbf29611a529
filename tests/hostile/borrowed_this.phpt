--TEST--
A callable that borrows the $this of its caller keeps it until the loop is done with it
--FILE--
<?php
class Base
{
    public string $name = 'base';
    public function call() { echo "call of {$this->name}\n"; }
}
final class Child extends Base
{
    public function __construct() { $this->name = str_repeat('child ', 3); }
    public function arm($loop)
    {
        $loop->addTimer(0.001, ['Base', 'call']);
        $loop->addTimer(0.002, [$this, 'call']);
        $loop->futureTick(['Child', 'call']);
        return $loop->addPeriodicTimer(0.001, ['Child', 'periodic']);
    }
    public function periodic($timer)
    {
        static $calls = 0;
        echo "periodic of {$this->name}\n";
        if (++$calls === 5) {
            $GLOBALS['loop']->cancelTimer($timer);
        }
    }
    public function __call($name, $arguments) { echo "$name of {$this->name}\n"; }
    public function magic($loop) { $loop->futureTick([$this, 'undefined']); $loop->addTimer(0.001, [$this, 'unknown']); }
    public function __destruct() { echo "destroyed\n"; }
}

$io = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$loop = $io->loop;
$io->socket->close();
$timer = (new Child)->arm($loop);
for ($i = 0, $fill = []; $i < 100; $i++) {
    $fill[] = str_repeat('x', 24 + $i % 40);
}
$reference = WeakReference::create($timer);
unset($timer);
gc_collect_cycles();
$loop->run();
var_dump($reference->get());
(new Child)->magic($loop);
$loop->run();

/* Not called: released with the loop. */
(new Child)->arm($loop);
echo "end\n";
?>
--EXPECT--
call of child child child 
call of child child child 
periodic of child child child 
call of child child child 
periodic of child child child 
periodic of child child child 
periodic of child child child 
periodic of child child child 
destroyed
NULL
undefined of child child child 
unknown of child child child 
destroyed
end
destroyed
