--TEST--
MessageBuffer: cycles through what it holds are collected
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\MessageBuffer;

class Gone extends CloseFrameChecker
{
    public static $count = 0;
    public $buffer;

    public function message($message)
    {
    }

    public function __destruct()
    {
        self::$count++;
    }
}
#[AllowDynamicProperties]
class Sub extends MessageBuffer
{
}

$makers = [
    'checker' => fn ($o) => new MessageBuffer($o, 'strlen'),
    'onMessage' => fn ($o) => new MessageBuffer(new CloseFrameChecker(), [$o, 'message']),
    'onControl' => fn ($o) => new MessageBuffer(new CloseFrameChecker(), 'strlen', function () use ($o) {
    }),
    'sender' => fn ($o) => new MessageBuffer(new CloseFrameChecker(), 'strlen', sender: $o->message(...)),
    'exceptionFactory' => fn ($o) => new MessageBuffer(new CloseFrameChecker(), 'strlen', exceptionFactory: [$o, 'message']),
    'property' => function ($o) {
        $buffer = new Sub(new CloseFrameChecker(), 'strlen');
        $buffer->o = $o;
        return $buffer;
    },
];
foreach ($makers as $name => $make) {
    Gone::$count = 0;
    for ($i = 0; $i < 3; $i++) {
        $object = new Gone();
        $object->buffer = $make($object);
        $object->buffer->onData(substr(masked(str_repeat('x', 1000)), 0, 500));
    }
    unset($object);
    gc_collect_cycles();
    echo $name, ' ', Gone::$count, "\n";
}

echo "-- one that is in use is not\n";
Gone::$count = 0;
$object = new Gone();
$buffer = $object->buffer = new MessageBuffer(new CloseFrameChecker(), function ($message) use ($object) {
    gc_collect_cycles();
    echo $message, ' ', Gone::$count, "\n";
});
unset($object);
$buffer->onData(masked('a') . masked('b'));
unset($buffer);
gc_collect_cycles();
echo Gone::$count, "\n";
?>
--EXPECT--
checker 3
onMessage 3
onControl 3
sender 3
exceptionFactory 3
property 3
-- one that is in use is not
a 0
b 0
1
