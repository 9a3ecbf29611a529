--TEST--
MessageBuffer: sendFrame() and sendMessage(), newFrame() and its like
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\FrameInterface;
use Ratchet\RFC6455\Messaging\Message;
use Ratchet\RFC6455\Messaging\MessageBuffer;

$log = [];
$sent = [];
$sender = function (...$arguments) use (&$sent) {
    $sent[] = implode('|', array_map('bin2hex', $arguments));
};
function sent(array &$sent): void
{
    echo implode(' ', $sent), "\n";
    $sent = [];
}

$server = logging_buffer($log, sender: $sender);
$server->sendMessage('abc');
$server->sendMessage('abc', true, true);
$server->sendMessage('');
$server->sendMessage(12.5);
$server->sendMessage('a', false);
$server->sendMessage('b', false);
$server->sendMessage('c');
$server->sendMessage('d', false, true);
$server->sendMessage('e', true, true);
$server->sendMessage('f');
sent($sent);
$server->sendFrame(new Frame('x', false, Frame::OP_BINARY));
$server->sendFrame(new Frame('y', true, Frame::OP_CONTINUE));
$server->sendFrame((new Frame('z'))->setRsv1());
$server->sendFrame(new Frame('p', true, Frame::OP_PING), 'more');
sent($sent);

echo "-- text and binary can't be mixed\n";
$server->sendMessage('a', false);
try {
    $server->sendMessage('b', true, true);
} catch (Exception $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
$server->sendMessage('c');
sent($sent);

echo "-- what the sender throws, and the next message\n";
$throwing = logging_buffer($log, sender: function ($bytes) use (&$sent) {
    $sent[] = bin2hex($bytes);
    throw new DomainException('sender');
});
foreach ([['a', true, true], ['b']] as $arguments) {
    try {
        $throwing->sendMessage(...$arguments);
    } catch (DomainException $e) {
        echo $e->getMessage(), "\n";
    }
}
sent($sent);

echo "-- a client masks, each frame with its own key\n";
$keys = [];
$client = logging_buffer($log, expectMask: false, sender: function ($bytes) use (&$keys) {
    $frame = new Frame();
    $frame->addBuffer($bytes);
    $keys[] = $frame->getMaskingKey();
    echo var_export($frame->isMasked(), true), ' ', $frame->getPayload(), "\n";
});
$client->sendMessage('abc');
$client->sendFrame($frame = new Frame('abc'));
var_dump($frame->isMasked(), count(array_unique($keys)) === 2);

echo "-- without a sender\n";
foreach ([fn ($buffer) => $buffer->sendFrame(new Frame('x')), fn ($buffer) => $buffer->sendMessage('x')] as $send) {
    try {
        $send(logging_buffer($log));
    } catch (Exception $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

echo "-- new frames\n";
$buffer = logging_buffer($log, exceptionFactory: fn ($text) => new LengthException("made of: $text"));
echo bin2hex($buffer->newFrame('a')->getContents()), ' ', bin2hex($buffer->newFrame('a', false, 2)->getContents()), ' ',
    bin2hex($buffer->newFrame('a', null, null)->getContents()), ' ', bin2hex($buffer->newCloseFrame(1000)->getContents()), ' ',
    bin2hex($buffer->newCloseFrame(70000, 'é')->getContents()), "\n";
try {
    $buffer->newFrame()->getPayload();
} catch (LengthException $e) {
    echo $e->getMessage(), "\n";
}
try {
    logging_buffer($log, exceptionFactory: false)->newFrame()->getPayload();
} catch (UnderflowException $e) {
    echo $e->getMessage(), "\n";
}
var_dump(get_class($buffer->newMessage()), count($buffer->newMessage()));

echo "-- frameCheck() and checkMessage()\n";
$check = function (Frame $frame) use ($server) {
    $result = $server->frameCheck($frame);
    echo $result === $frame ? 'fine' : describe($result), "\n";
};
$check((new Frame('x'))->maskPayload());
$check(new Frame('x'));
$check((new Frame('x'))->setRsv1()->maskPayload());
$check((new Frame('x', true, 0))->maskPayload());
$check((new Frame('x', true, 3))->maskPayload());
$check((new Frame('x', false, 9))->maskPayload());
$check((new Frame(str_repeat('x', 126), true, 9))->maskPayload());
$check((new Frame('x', true, 9))->maskPayload());
$check((new Frame('', true, 8))->maskPayload());
$check((new Frame("\3\xE8", true, 8))->maskPayload());
$check((new Frame("\3", true, 8))->maskPayload());
$check((new Frame("\3\xE8\xFF", true, 8))->maskPayload());
$server->onData(masked('begun', 1, false));
$check((new Frame('x', true, 0))->maskPayload());
$check((new Frame('x', true, 1))->maskPayload());
$message = fn ($frame) => (new Message())->addFrame($frame);
var_dump($server->checkMessage($message(new Frame('é'))), $server->checkMessage($message(new Frame("\xFF"))),
    $server->checkMessage($message(new Frame("\xFF", true, 2))), $server->checkMessage($message(new Frame("\xE2\x82"))));
try {
    $server->checkMessage(new Message());
} catch (UnderflowException $e) {
    echo $e->getMessage(), "\n";
}
foreach ([fn () => $server->sendFrame('x'), fn () => $server->frameCheck(new Message()), fn () => $server->sendMessage([]), fn () => $server->newCloseFrame('x')] as $wrong) {
    try {
        $wrong();
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
8103616263 8203616263 8100 810431322e35 010161 000162 800163 020164 800165 810166
020178 800179 c1017a 890170
-- text and binary can't be mixed
Exception: Binary and text message parts cannot be streamed together.
010161 800163
-- what the sender throws, and the next message
sender
sender
820161 810162
-- a client masks, each frame with its own key
true abc
true abc
bool(true)
bool(true)
-- without a sender
Exception: To send frames using the MessageBuffer, sender must be set.
Exception: To send frames using the MessageBuffer, sender must be set.
-- new frames
810161 020161 810161 880203e8 88041170c3a9
made of: Not enough bytes received
Can not return partial message
string(33) "Ratchet\RFC6455\Messaging\Message"
int(0)
-- frameCheck() and checkMessage()
fine
close(1002 Ratchet detected an incorrect frame mask)
close(1002 Ratchet detected an invalid reserve code)
close(1002 Ratchet detected the first frame of a message was a continue)
close(1002 Ratchet detected an invalid OP code)
close(1002 Ratchet detected a mismatch between final bit and indicated payload length)
close(1002 Ratchet detected a mismatch between final bit and indicated payload length)
fine
close(1000)
fine
close(1002 Ratchet detected an invalid close code)
close(1007 Ratchet detected an invalid UTF-8 payload in the close reason)
fine
close(1002 Ratchet detected invalid OP code when expecting continue frame)
bool(true)
int(1007)
bool(true)
int(1007)
Not enough data has been received to determine if message is binary
Ratchet\RFC6455\Messaging\MessageBuffer::sendFrame(): Argument #1 ($frame) must be of type Ratchet\RFC6455\Messaging\FrameInterface, string given
Ratchet\RFC6455\Messaging\MessageBuffer::frameCheck(): Argument #1 ($frame) must be of type Ratchet\RFC6455\Messaging\FrameInterface, Ratchet\RFC6455\Messaging\Message given
Ratchet\RFC6455\Messaging\MessageBuffer::sendMessage(): Argument #1 ($messagePayload) must be of type string, array given
Unsupported operand types: int + string
