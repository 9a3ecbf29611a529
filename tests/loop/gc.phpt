--TEST--
Loop: a cycle through a timer's closure is freed when the timer is over, and at the end of the script
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

final class Node
{
    public $timer;

    public function __construct(public string $name)
    {
    }

    public function __destruct()
    {
        echo "{$this->name} is gone\n";
    }
}

$loop = idle_loop();
foreach (['called', 'cancelled'] as $name) {
    $node = new Node($name);
    $node->timer = $loop->addTimer(0, function () use ($node) { echo "{$node->name} is called\n"; });
}
$loop->cancelTimer($node->timer);
unset($node);
gc_collect_cycles();
echo "--- collected before run(): only what the loop forgot\n";
$loop->run();
gc_collect_cycles();
echo "--- collected after run()\n";

$node = new Node('waiting');
$node->timer = $loop->addPeriodicTimer(1000, function () use ($node) { echo $node->name; });
$timer = $node->timer;
unset($node);
gc_collect_cycles();
echo "--- it waits\n";
$loop->cancelTimer($timer);
unset($timer);
gc_collect_cycles();

$node = new Node('left at the end');
$node->timer = $loop->addPeriodicTimer(1000, function () use ($node) {});
$node = null;
echo "--- end\n";
?>
--EXPECT--
cancelled is gone
--- collected before run(): only what the loop forgot
called is called
called is gone
--- collected after run()
--- it waits
waiting is gone
--- end
left at the end is gone
