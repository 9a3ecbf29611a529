--TEST--
MessageBuffer: subclasses that make and check frames and messages, and checkers of their own
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\FrameInterface;
use Ratchet\RFC6455\Messaging\Message;
use Ratchet\RFC6455\Messaging\MessageBuffer;
use Ratchet\RFC6455\Messaging\MessageInterface;

class OwnFrame extends Frame
{
}
class OwnMessage extends Message
{
}
$show = fn ($data) => print(get_class($data) . " $data\n");
$close = fn ($frame) => print(get_class($frame) . ' ' . describe($frame) . "\n");

class Makes extends MessageBuffer
{
    public function newMessage()
    {
        return new OwnMessage();
    }

    public function newFrame($payload = null, $final = null, $opcode = null)
    {
        return new OwnFrame($payload, $final ?? true, $opcode ?? 1);
    }
}
$buffer = new Makes(new CloseFrameChecker(), function ($message) use ($show) {
    $show($message);
    foreach ($message as $frame) {
        echo '  ', get_class($frame), ' ', $frame->getOpcode(), ' ', var_export($frame->isFinal(), true), " $frame\n";
    }
}, $close, sender: fn ($bytes) => print(bin2hex($bytes) . "\n"));
$buffer->onData(masked('one') . masked('a', 2, false) . masked('b', 0, false) . masked('p', 9) . masked('', 0));
$buffer->sendMessage('x');
$buffer->onData(masked('x', 3));

echo "-- checks\n";
class Checks extends MessageBuffer
{
    public function frameCheck(FrameInterface $frame)
    {
        echo "frameCheck {$frame->getOpcode()} ", bin2hex($frame), "\n";
        return str_contains($frame, 'bad') ? $this->newCloseFrame(4001, 'no') : parent::frameCheck($frame->maskPayload())->unMaskPayload();
    }

    public function checkMessage(MessageInterface $message)
    {
        echo "checkMessage $message\n";
        return str_contains($message, 'worse') ? 4002 : parent::checkMessage($message);
    }

    public function newCloseFrame($code, $reason = '')
    {
        return parent::newCloseFrame($code, "[$reason]");
    }

    public function sendFrame(Frame $frame)
    {
        echo "sendFrame $frame\n";
    }
}
foreach ([[masked('fine'), masked('p', 9), masked("\3\xE8", 8)], [masked('a bad'), masked('never')], [masked('bad', 9), masked('never')], [masked('worse')], [masked("\xFF")]] as $frames) {
    $buffer = new Checks(new CloseFrameChecker(), $show, $close);
    $buffer->onData(implode($frames));
}
$buffer->sendMessage('out');

echo "-- what they may not return\n";
class Wrong extends MessageBuffer
{
    public static $what;

    public function newFrame($payload = null, $final = null, $opcode = null)
    {
        return self::$what === 'frame' ? 'x' : parent::newFrame($payload, $final, $opcode);
    }

    public function newMessage()
    {
        return self::$what === 'message' ? null : parent::newMessage();
    }

    public function newCloseFrame($code, $reason = '')
    {
        return self::$what === 'close' ? $this : parent::newCloseFrame($code, $reason);
    }

    public function frameCheck(FrameInterface $frame)
    {
        if (self::$what === 'throws') {
            throw new DomainException('frameCheck');
        }
        return self::$what === 'check' ? true : parent::frameCheck($frame);
    }
}
foreach (['frame' => masked('a'), 'message' => masked('a'), 'close' => masked('a', 3), 'check' => masked('a'), 'throws' => masked('', 9)] as Wrong::$what => $bytes) {
    $buffer = new Wrong(new CloseFrameChecker(), $show, $close, false);
    try {
        $buffer->onData($bytes === masked('a', 3) ? unmasked('a', 3) : unmasked($bytes === masked('a') ? 'a' : '', $bytes === masked('a') ? 1 : 9));
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

echo "-- a checker\n";
class Strict extends CloseFrameChecker
{
    public function __invoke($code)
    {
        echo "code $code\n";
        if ($code === 3001) {
            throw new DomainException('checker');
        }
        return $code === 1005;
    }
}
foreach ([1000, 1005, 3001] as $code) {
    $buffer = new MessageBuffer(new Strict(), $show, $close);
    try {
        $buffer->onData(masked(pack('n', $code), 8));
    } catch (DomainException $e) {
        echo $e->getMessage(), "\n";
    }
}
$checker = new CloseFrameChecker();
foreach ([0, 999, 1000, 1003, 1004, 1006, 1007, 1011, '1012', 1014, 1015, 2999, 3000, 4999, 5000, 65536 + 1000, -1, 1000.0, true] as $code) {
    echo var_export($code, true), ' ', var_export($checker($code), true), "\n";
}
try {
    $checker('x');
} catch (TypeError $e) {
    echo "TypeError\n";
}

echo "-- without the parent's constructor\n";
class Skips extends MessageBuffer
{
    public function __construct()
    {
    }
}
$buffer = new Skips();
foreach ([fn () => $buffer->onData('x'), fn () => $buffer->sendMessage('x'), fn () => $buffer->sendFrame(new Frame('x'))] as $call) {
    try {
        $call();
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}
echo bin2hex($buffer->newFrame('x')->getContents()), ' ', describe($buffer->frameCheck((new Frame('x', true, 0))->maskPayload())), "\n";
?>
--EXPECT--
OwnMessage one
  OwnFrame 1 true one
OwnFrame ping(p)
OwnMessage ab
  OwnFrame 2 false a
  OwnFrame 0 false b
  OwnFrame 0 true 
810178
OwnFrame close(1002 Ratchet detected an invalid OP code)
-- checks
frameCheck 1 66696e65
checkMessage fine
Ratchet\RFC6455\Messaging\Message fine
frameCheck 9 70
Ratchet\RFC6455\Messaging\Frame ping(p)
frameCheck 8 03e8
Ratchet\RFC6455\Messaging\Frame close(1000)
frameCheck 1 6120626164
Ratchet\RFC6455\Messaging\Frame close(4001 [no])
frameCheck 9 626164
Ratchet\RFC6455\Messaging\Frame close(4001 [no])
frameCheck 1 776f727365
checkMessage worse
Ratchet\RFC6455\Messaging\Frame close(4002 [Ratchet detected an invalid UTF-8 payload])
Ratchet\RFC6455\Messaging\Frame close(1007 [Ratchet detected an invalid UTF-8 payload])
sendFrame out
-- what they may not return
TypeError: newFrame() must return Ratchet\RFC6455\Messaging\FrameInterface, string returned
TypeError: newMessage() must return Ratchet\RFC6455\Messaging\MessageInterface, null returned
TypeError: newCloseFrame() must return Ratchet\RFC6455\Messaging\FrameInterface, Wrong returned
TypeError: frameCheck() must return Ratchet\RFC6455\Messaging\FrameInterface, bool returned
DomainException: frameCheck
-- a checker
code 1000
Ratchet\RFC6455\Messaging\Frame close(1002 Ratchet detected an invalid close code)
code 1005
Ratchet\RFC6455\Messaging\Frame close(1005)
code 3001
checker
0 false
999 false
1000 true
1003 true
1004 false
1006 false
1007 true
1011 true
'1012' true
1014 true
1015 false
2999 false
3000 true
4999 true
5000 false
66536 false
-1 false
1000.0 true
true false
TypeError
-- without the parent's constructor
Skips was not constructed: its constructor must call parent::__construct()
Skips was not constructed: its constructor must call parent::__construct()
Skips was not constructed: its constructor must call parent::__construct()
810178 close(1002 Ratchet detected the first frame of a message was a continue)
