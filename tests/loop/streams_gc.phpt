--TEST--
Loop: cycles through listeners last while the loop has them, and are freed after that, or with the script
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Node
{
    public $stream;
    public $loop;

    public function __construct(public string $name)
    {
    }

    public function heard($stream)
    {
        echo "{$this->name} hears ", fread($stream, 10), "\n";
    }

    public function __destruct()
    {
        echo "{$this->name} is gone\n";
    }
}

$loop = idle_loop();
[$a, $b] = pair();
$node = new Node('reader');
$node->stream = $a;
$node->loop = $loop;
$loop->addReadStream($a, function ($stream) use ($node) { $node->heard($stream); });
$signal = new Node('signal');
$signal->loop = $signal;
$loop->addSignal(10, [$signal, 'heard']);
unset($node, $signal);
gc_collect_cycles();
fwrite($b, 'it');
turn($loop);
echo "--- taken away\n";
$loop->removeReadStream($a);
gc_collect_cycles();
echo "--- by the end\n";
$loop->addReadStream($a, (new class('left at the end') {
    public $self;
    public function __construct(public string $name)
    {
        $this->self = $this;
    }
    public function __destruct()
    {
        echo "{$this->name} is gone\n";
    }
    public function listener(): Closure
    {
        return function () {};
    }
})->listener());
gc_collect_cycles();
echo "--- end\n";
?>
--EXPECT--
reader hears it
--- taken away
reader is gone
--- by the end
--- end
left at the end is gone
signal is gone
