--TEST--
A wrapped connection that is replaced by its own send(), close() or __get() lives until that returns
--FILE--
<?php
final class Wrapped implements Ratchet\ConnectionInterface
{
    public function __construct(public string $in, public string $name = 'wrapped') {}
    private function swap(string $where): void
    {
        if ($where === $this->in) {
            $GLOBALS['outer']->__construct(new Wrapped('', 'second'));
            for ($i = 0, $fill = []; $i < 100; $i++) {
                $fill[] = str_repeat('x', 24 + $i % 40);
            }
        }
        echo "$where of {$this->name}\n";
    }
    public function send($data) { $this->swap('send'); return $this; }
    public function close() { $this->swap('close'); }
    public function __get($name) { $this->swap('__get'); return (object) ['closing' => false]; }
    public function __destruct() { echo "{$this->name} gone\n"; }
}
final class Swapping
{
    public function __toString(): string
    {
        $GLOBALS['outer']->__construct(new Wrapped('', 'second'));
        return 'text';
    }
}
foreach (['send', 'close', '__get'] as $in) {
    foreach (['send', 'close'] as $call) {
        $outer = new Ratchet\WebSocket\WsConnection(new Wrapped($in));
        $outer->$call(...($call === 'send' ? ['x'] : []));
        unset($outer);
    }
}
$outer = new Ratchet\WebSocket\WsConnection(new Wrapped(''));
$outer->send(new Swapping);
echo "end\n";
?>
--EXPECT--
__get of wrapped
send of wrapped
wrapped gone
second gone
__get of wrapped
send of wrapped
close of wrapped
__get of wrapped
wrapped gone
second gone
__get of wrapped
send of wrapped
wrapped gone
__get of wrapped
send of wrapped
close of wrapped
__get of wrapped
wrapped gone
second gone
__get of wrapped
send of wrapped
wrapped gone
second gone
__get of wrapped
send of wrapped
close of wrapped
second gone
__get of wrapped
wrapped gone
second gone
__get of wrapped
send of wrapped
wrapped gone
end
second gone
