--TEST--
Frame: clones go their own way, comparison looks at the bytes
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

echo "built\n";
$frame = new Frame('abc');
$clone = clone $frame;
$clone->setRsv1();
$clone->addBuffer('more');
echo bin2hex($frame->getContents()), ' ', $frame->bytesRecvd, "\n";
echo bin2hex($clone->getContents()), ' ', $clone->bytesRecvd, ' ', $clone->extractOverflow(), "\n";

echo "from the wire\n";
$frame = new Frame();
$frame->addBuffer("\x81\x05He");
$clone = clone $frame;
$clone->addBuffer('llo');
var_dump($frame->isCoalesced(), $clone->isCoalesced(), $clone->getPayload());
$frame->addBuffer('y, you');
echo $frame->getPayload(), ' ', $clone->getPayload(), "\n";
$clone->maskPayload('abcd');
echo bin2hex($frame->getContents()), ' ', bin2hex($clone->getContents()), "\n";

echo "the factory goes along\n";
$clone = clone new Frame(null, true, 1, fn ($text) => new DomainException($text));
try {
	$clone->getOpcode();
} catch (DomainException $e) {
	echo $e->getMessage(), "\n";
}

echo "__clone sees the state\n";
class Sees extends Frame
{
	public function __clone()
	{
		echo $this->getPayload(), ' ', bin2hex($this->data), "\n";
		$this->maskPayload('abcd');
	}
}
$frame = new Sees('xyz');
$clone = clone $frame;
var_dump($frame->isMasked(), $clone->isMasked());

echo "comparison\n";
$frame = new Frame('abc');
var_dump(
	$frame == $frame,
	$frame == clone $frame,
	$frame == new Frame('abd'),
	$frame == 'abc',
	$frame == 'abd',
	in_array('abc', [$frame])
);

echo "serialization\n";
try {
	serialize($frame);
} catch (Exception $e) {
	echo $e->getMessage(), "\n";
}
?>
--EXPECT--
built
8103616263 5
c103616263 9 more
from the wire
bool(false)
bool(true)
string(5) "Hello"
Hey,  Hello
81054865792c20 81856162636429070f080e
the factory goes along
Not enough bytes received to determine opcode
__clone sees the state
xyz 810378797a
bool(false)
bool(true)
comparison
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
serialization
Serialization of 'Ratchet\RFC6455\Messaging\Frame' is not allowed
