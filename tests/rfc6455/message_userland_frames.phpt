--TEST--
Message: frames of the script's own classes
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\FrameInterface;
use Ratchet\RFC6455\Messaging\Message;

class Own implements FrameInterface
{
	public function __construct(private $payload, private $final = true, private $opcode = 1, private $length = null)
	{
	}

	public function isCoalesced()
	{
		return 1;
	}

	public function getPayloadLength()
	{
		return $this->length ?? strlen($this->payload);
	}

	public function getPayload()
	{
		return $this->payload;
	}

	public function getContents()
	{
		return "[$this->payload]";
	}

	public function __toString(): string
	{
		return 'not asked';
	}

	public function addBuffer($buf)
	{
	}

	public function isFinal()
	{
		return $this->final;
	}

	public function isMasked()
	{
		return false;
	}

	public function getOpcode()
	{
		return $this->opcode;
	}

	public function getMaskingKey()
	{
		return '';
	}
}

$message = new Message();
$message->addFrame(new Own('own ', false, Frame::OP_BINARY))->addFrame(new Frame('native', true, 0));
var_dump($message->getPayload(), $message->getPayloadLength(), $message->isBinary(), $message->getOpcode(), bin2hex($message->getContents()));
try {
	$message->getRsv1();
} catch (Error $e) {
	echo $e->getMessage(), "\n";
}
foreach ($message as $frame) {
	echo get_class($frame), "\n";
}

echo "-- loose answers\n";
$message = new Message();
$message->addFrame(new Own(55, 'yes', '2', '12'));
var_dump($message->isCoalesced(), $message->getPayload(), $message->getPayloadLength(), $message->isBinary(), $message->getOpcode());
$message->addFrame(new Own('x', 0));
var_dump($message->isCoalesced());
try {
	(new Message())->addFrame(new Own('x', true, 1, []));
} catch (TypeError $e) {
	echo get_class($e), "\n";
}

echo "-- exceptions\n";
class Throws extends Frame
{
	public function getPayload()
	{
		throw new DomainException(__FUNCTION__);
	}

	public function getContents()
	{
		throw new DomainException(__FUNCTION__);
	}

	public function getPayloadLength()
	{
		throw new DomainException(__FUNCTION__);
	}
}
$message = new Message();
try {
	$message->addFrame(new Throws('x'));
} catch (DomainException $e) {
	echo $e->getMessage(), ' ', count($message), "\n";
}
class ThrowsLater extends Throws
{
	public function getPayloadLength()
	{
		return 1;
	}
}
$message->addFrame(new Frame('first', false))->addFrame(new ThrowsLater('x'));
foreach (['getPayload', 'getContents', '__toString'] as $method) {
	try {
		$message->$method();
	} catch (DomainException $e) {
		echo $method, ': ', $e->getMessage(), "\n";
	}
}

echo "-- the message changes while its frames are asked\n";
class Grows extends Frame
{
	public $message;

	public function getContents()
	{
		for ($i = 0; $i < 50; $i++) {
			$this->message->addFrame(new Frame('e', true, 0));
		}
		return parent::getContents();
	}

	public function getPayload()
	{
		$this->message->__construct();
		return 'payload';
	}
}
$message = new Message();
$frame = new Grows('x');
$frame->message = $message;
$message->addFrame($frame);
echo strlen($message->getContents()), ' ', count($message), "\n";
$message = new Message();
$frame->message = $message;
$message->addFrame($frame)->addFrame(new Frame('never'));
unset($frame);
echo $message->getPayload(), ' ', count($message), "\n";

echo "-- subclasses of Message\n";
class Skips extends Message
{
	public function __construct()
	{
	}

	public function __toString(): string
	{
		return 'own text';
	}
}
$message = new Skips();
var_dump(count($message), $message->isCoalesced(), $message->getRsv1(), count($message->getIterator()));
var_dump($message->addFrame(new Frame('x'))->getPayload(), (string)$message, bin2hex($message->getContents()));

echo "-- cycles are collected\n";
class Counts extends Frame
{
	public $message;

	public function __destruct()
	{
		global $gone;
		$gone++;
	}
}
gc_collect_cycles();
$gone = 0;
for ($i = 0; $i < 10; $i++) {
	$frame = new Counts('x');
	$frame->message = new Message();
	$frame->message->addFrame($frame)->getIterator();
}
unset($frame);
gc_collect_cycles();
echo "$gone of 10\n";
?>
--EXPECT--
string(10) "own native"
int(10)
bool(true)
int(2)
string(28) "5b6f776e205d80066e6174697665"
Call to undefined method Own::getRsv1()
Own
Ratchet\RFC6455\Messaging\Frame
-- loose answers
bool(true)
string(2) "55"
int(12)
bool(false)
string(1) "2"
bool(false)
TypeError
-- exceptions
getPayloadLength 0
getPayload: getPayload
getContents: getContents
__toString: getPayload
-- the message changes while its frames are asked
153 51
payload 0
-- subclasses of Message
int(0)
bool(false)
bool(false)
int(0)
string(8) "own text"
string(8) "own text"
string(6) "810178"
-- cycles are collected
10 of 10
