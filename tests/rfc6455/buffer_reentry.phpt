--TEST--
MessageBuffer: callbacks that feed it, throw, construct it anew, let go of it or suspend
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageBuffer;

function buffer(callable $onMessage, ?callable $onControl = null): MessageBuffer
{
    return new MessageBuffer(new CloseFrameChecker(), $onMessage, $onControl ?? fn ($frame) => print(describe($frame) . "\n"));
}

echo "-- what is fed within a callback is delivered there, after what waits\n";
$depth = 0;
$buffer = buffer(function ($message, $buffer) use (&$depth) {
    echo str_repeat('  ', $depth++), $message, " {\n";
    if ((string) $message === 'a') {
        $buffer->onData(masked('d') . masked('e', 1, false));
        $buffer->onData(masked('f', 0));
    }
    echo str_repeat('  ', --$depth), "}\n";
});
$buffer->onData(masked('a') . masked('b') . masked('c'));

echo "-- more than is copied at once\n";
$seen = [];
$buffer = buffer(function ($message, $buffer) use (&$seen) {
    $seen[] = strlen($message);
    if (count($seen) === 1) {
        $buffer->onData(masked('in') . masked(str_repeat('y', 5)));
    }
});
$buffer->onData(masked('') . masked(str_repeat('x', 100000)) . masked('abc') . masked(str_repeat('x', 200000)) . masked('abcd'));
$buffer->onData(masked('z'));
echo implode(' ', $seen), "\n";

echo "-- a header that is cut there\n";
$buffer = buffer(function ($message, $buffer) {
    echo $message, "\n";
    if ((string) $message === '1') {
        $buffer->onData(substr(masked('2'), 3));
    }
});
$buffer->onData(masked('1') . substr(masked('2'), 0, 3));

echo "-- deep\n";
$count = 0;
$buffer = buffer(function ($message, $buffer) use (&$count) {
    if (++$count < 500) {
        $buffer->onData(masked("x$count"));
    }
});
$buffer->onData(masked('first'));
echo $count, "\n";

echo "-- an exception goes out of onData(), the rest comes later\n";
$buffer = buffer(function ($message) {
    echo $message, "\n";
    if ($message->getPayload()[0] === '!') {
        throw new DomainException("from $message");
    }
}, function ($frame) {
    echo describe($frame), "\n";
    if ($frame->getOpcode() === Frame::OP_PING) {
        throw new DomainException('from ping');
    }
});
$stream = masked('a') . masked('!b') . masked('c') . masked('p', 9) . masked('d', 1, false);
foreach ([$stream, '', masked('!', 0) . masked('e'), masked('f')] as $bytes) {
    try {
        $buffer->onData($bytes);
    } catch (DomainException $e) {
        echo '> ', $e->getMessage(), "\n";
    }
}

echo "-- an exception of a nested call that the callback catches\n";
$buffer = buffer(function ($message, $buffer) {
    echo $message, "\n";
    if ((string) $message === 'outer') {
        try {
            $buffer->onData(masked('!') . masked('after'));
        } catch (DomainException $e) {
            echo "caught\n";
        }
    } elseif ((string) $message === '!') {
        throw new DomainException();
    }
});
$buffer->onData(masked('outer') . masked('waits'));

echo "-- constructed anew\n";
$buffer = buffer(function ($message, $buffer) {
    echo "old $message\n";
    $buffer->__construct(new CloseFrameChecker(), fn ($message) => print("new $message\n"), null, false);
    $buffer->onData(unmasked('x'));
});
$buffer->onData(masked('a') . masked('b'));
$buffer->onData(unmasked('y'));

echo "-- and by the destructor of what the old one held\n";
class Rebuilds
{
    public static $buffer;

    public function __invoke($message)
    {
    }

    public function __destruct()
    {
        self::$buffer?->__construct(new CloseFrameChecker(), fn ($message) => print("rebuilt $message\n"));
    }
}
Rebuilds::$buffer = new MessageBuffer(new CloseFrameChecker(), new Rebuilds());
Rebuilds::$buffer->__construct(new CloseFrameChecker(), fn ($message) => print("never $message\n"));
Rebuilds::$buffer->onData(masked('a'));
Rebuilds::$buffer = null;

echo "-- dropped by its own callback\n";
class Held
{
    public $buffer;

    public function message($message)
    {
        echo "$message\n";
        $this->buffer = null;
        gc_collect_cycles();
    }

    public function __destruct()
    {
        echo "gone\n";
    }
}
$held = new Held();
$held->buffer = new MessageBuffer(new CloseFrameChecker(), [$held, 'message']);
$buffer = WeakReference::create($held->buffer);
$feed = fn ($held, $bytes) => $held->buffer->onData($bytes);
$feed($held, masked('a') . masked('b'));
var_dump($buffer->get());
unset($held);

echo "-- closed by its own callback: nothing more\n";
$buffer = buffer(function ($message, $buffer) {
    echo "$message\n";
    $buffer->onData(masked("\3\xE8", 8));
});
$buffer->onData(masked('a'));
$buffer->onData(masked('b'));

echo "-- in a Fiber that is suspended\n";
$buffer = buffer(function ($message) {
    echo "$message {\n";
    if ((string) $message === 'a') {
        Fiber::suspend();
    }
    echo "} $message\n";
});
$fiber = new Fiber(fn () => $buffer->onData(masked('a') . masked('b')));
$fiber->start();
$buffer->onData(masked('c'));
$fiber->resume();
$fiber = new Fiber(fn () => $buffer->onData(masked('a') . masked('d')));
$fiber->start();
unset($fiber);
gc_collect_cycles();
$buffer->onData('');

echo "-- exit() in a callback\n";
$buffer = buffer(function ($message) {
    echo "$message\n";
    exit;
});
$buffer->onData(masked('last') . masked('never'));
?>
--EXPECT--
-- what is fed within a callback is delivered there, after what waits
a {
  b {
  }
  c {
  }
  d {
  }
  ef {
  }
}
-- more than is copied at once
0 100000 3 200000 4 2 5 1
-- a header that is cut there
1
2
-- deep
500
-- an exception goes out of onData(), the rest comes later
a
!b
> from !b
c
ping(p)
> from ping
d!
e
f
-- an exception of a nested call that the callback catches
outer
waits
!
caught
after
-- constructed anew
old a
new x
new y
-- and by the destructor of what the old one held
rebuilt a
-- dropped by its own callback
a
b
NULL
gone
-- closed by its own callback: nothing more
a
close(1000)
-- in a Fiber that is suspended
a {
b {
} b
c {
} c
} a
a {
d {
} d
-- exit() in a callback
last
