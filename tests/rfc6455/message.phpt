--TEST--
Message: put together from frames
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;

function ask(Message $message): void
{
	foreach (['isCoalesced', 'count', 'getOpcode', 'isBinary', 'getRsv1', 'getPayloadLength', 'getPayload', 'getContents', '__toString'] as $method) {
		try {
			$result = $message->$method();
			echo "$method: ", var_export($method === 'getContents' ? bin2hex($result) : $result, true), "\n";
		} catch (UnderflowException $e) {
			echo "$method: ", $e->getMessage(), "\n";
		}
	}
}

$message = new Message();
echo "-- empty\n";
ask($message);
echo "-- open\n";
var_dump($message->addFrame(new Frame('Hel', false, Frame::OP_BINARY)) === $message);
ask($message);
echo "-- whole\n";
$message->addFrame(new Frame('', false, Frame::OP_CONTINUE))->addFrame(new Frame('lo', true, Frame::OP_CONTINUE));
ask($message);
echo "-- a masked frame stays masked in the contents\n";
$message = new Message();
$message->addFrame((new Frame('Hello'))->maskPayload('abcd')->setRsv1());
ask($message);

echo "-- a frame that is still arriving\n";
$frame = new Frame();
$message = new Message();
try {
	$message->addFrame($frame);
} catch (UnderflowException $e) {
	echo $e->getMessage(), ', ', count($message), " frames\n";
}
$frame->addBuffer("\x81\x05He");
$message->addFrame($frame);
var_dump($message->isCoalesced(), $message->getPayloadLength());
try {
	echo $message;
} catch (UnderflowException $e) {
	echo $e->getMessage(), "\n";
}
$frame->addBuffer('llo');
var_dump($message->isCoalesced(), (string)$message);

echo "-- as a string\n";
var_dump($message == 'Hello', $message == 'Hallo', 'Hello' == $message, in_array('Hello', [$message]), strlen($message), "<$message>");
switch ($message) {
	case 'Hello':
		echo "switch\n";
}

echo "-- two messages are never equal\n";
$other = new Message();
$other->addFrame(new Frame('Hello'));
var_dump($message == $other, $message == $message);

echo "-- constructed again\n";
$message->__construct();
ask($message);

echo "-- wrong argument\n";
foreach (['text', null, new Message()] as $argument) {
	try {
		$message->addFrame($argument);
	} catch (TypeError $e) {
		echo $e->getMessage(), "\n";
	}
}
?>
--EXPECT--
-- empty
isCoalesced: false
count: 0
getOpcode: No frames have been added to this message
isBinary: Not enough data has been received to determine if message is binary
getRsv1: false
getPayloadLength: 0
getPayload: Message has not been put back together yet
getContents: Message has not been put back together yet
__toString: ''
-- open
bool(true)
isCoalesced: false
count: 1
getOpcode: 2
isBinary: true
getRsv1: false
getPayloadLength: 3
getPayload: Message has not been put back together yet
getContents: Message has not been put back together yet
__toString: 'Hel'
-- whole
isCoalesced: true
count: 3
getOpcode: 2
isBinary: true
getRsv1: false
getPayloadLength: 5
getPayload: 'Hello'
getContents: '020348656c000080026c6f'
__toString: 'Hello'
-- a masked frame stays masked in the contents
isCoalesced: true
count: 1
getOpcode: 1
isBinary: false
getRsv1: true
getPayloadLength: 5
getPayload: 'Hello'
getContents: 'c1856162636429070f080e'
__toString: 'Hello'
-- a frame that is still arriving
Not enough bytes received, 0 frames
bool(false)
int(5)
Can not return partial message
bool(true)
string(5) "Hello"
-- as a string
bool(true)
bool(false)
bool(true)
bool(true)
int(5)
string(7) "<Hello>"
switch
-- two messages are never equal
bool(false)
bool(true)
-- constructed again
isCoalesced: false
count: 0
getOpcode: No frames have been added to this message
isBinary: Not enough data has been received to determine if message is binary
getRsv1: false
getPayloadLength: 0
getPayload: Message has not been put back together yet
getContents: Message has not been put back together yet
__toString: ''
-- wrong argument
Ratchet\RFC6455\Messaging\Message::addFrame(): Argument #1 ($fragment) must be of type Ratchet\RFC6455\Messaging\FrameInterface, string given
Ratchet\RFC6455\Messaging\Message::addFrame(): Argument #1 ($fragment) must be of type Ratchet\RFC6455\Messaging\FrameInterface, null given
Ratchet\RFC6455\Messaging\Message::addFrame(): Argument #1 ($fragment) must be of type Ratchet\RFC6455\Messaging\FrameInterface, Ratchet\RFC6455\Messaging\Message given
