--TEST--
Frame: subclasses that skip or repeat the constructor, read the properties, override methods
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

class Skips extends Frame
{
	public function __construct()
	{
	}
}

class Repeats extends Frame
{
	public function __construct()
	{
		parent::__construct('one', false, 2);
		$this->maskPayload('abcd');
		parent::__construct('two');
		parent::__construct();
	}
}

class Looks extends Frame
{
	public function look(): string
	{
		return implode(' ', [bin2hex($this->data), $this->bytesRecvd, $this->defPayLen, $this->firstByte, $this->secondByte]);
	}

	public function sizes(): string
	{
		return implode(' ', [$this->getFirstPayloadVal(), $this->getNumPayloadBits(), $this->getNumPayloadBytes()]);
	}

	public function isset(): bool
	{
		return isset($this->data);
	}

	public function scribble(): void
	{
		$this->data = 'scribbled';
		$this->firstByte = new class {
			public function __destruct()
			{
				echo "gone\n";
			}
		};
		unset($this->secondByte);
	}

	public function &reference()
	{
		return $this->data;
	}
}

echo "-- skips\n";
$frame = new Skips();
var_dump($frame->isCoalesced(), $frame->extractOverflow());
try {
	$frame->getContents();
} catch (UnderflowException $e) {
	echo $e->getMessage(), "\n";
}
$frame->addBuffer("\x82\x02hi");
var_dump($frame->getPayload(), $frame->getOpcode());

echo "-- repeats\n";
$frame = new Repeats();
echo bin2hex($frame->getContents()), ' ', $frame->bytesRecvd, "\n";

echo "-- looks\n";
$frame = new Looks();
echo '[', $frame->look(), "]\n";
foreach (["\x81", "\xfe\x00\x7e", 'abcd', str_repeat("\0", 126), 'over'] as $bytes) {
	$frame->addBuffer($bytes);
	echo substr($frame->look(), 0, 24), '...', substr($frame->look(), -16), "\n";
}
echo $frame->sizes(), "\n";
$frame = new Looks('abc');
var_dump($frame->isset());
echo $frame->look(), ' / ', $frame->sizes(), "\n";
$frame->setRsv1();
echo $frame->look(), "\n";
$frame->maskPayload('____');
echo $frame->look(), "\n";
$frame->addBuffer('more');
$frame->extractOverflow();
echo $frame->look(), "\n";

echo "-- what is written there does not count\n";
$frame->scribble();
echo bin2hex($frame->getContents()), "\n";
$frame->unMaskPayload();
echo $frame->look(), "\n";
$reference = &$frame->reference();
$reference = 'changed';
$frame->setRsv1(false);
echo $frame->look(), ' ', $reference, "\n";

echo "-- overrides\n";
class OwnKey extends Frame
{
	public $key = 'KEY!';

	public function generateMaskingKey()
	{
		return $this->key;
	}
}
$frame = new OwnKey('Hello');
echo bin2hex($frame->maskPayload()->getContents()), ' ', $frame->maskPayload()->getPayload(), "\n";
foreach (['long key', [], null] as $key) {
	$frame->key = $key;
	try {
		@$frame->maskPayload();
	} catch (InvalidArgumentException $e) {
		echo $e->getMessage(), "\n";
	}
}
class OwnText extends Frame
{
	public function __toString(): string
	{
		return 'own text';
	}
}
echo (new OwnText('Hello'))->getPayload(), "\n";

echo "-- protected from outside\n";
foreach (['data', 'defPayLen'] as $name) {
	try {
		echo (new Frame('x'))->$name;
	} catch (Error $e) {
		echo $e->getMessage(), "\n";
	}
}
foreach (['getFirstPayloadVal', 'getNumPayloadBits', 'getNumPayloadBytes'] as $name) {
	try {
		echo (new Frame('x'))->$name();
	} catch (Error $e) {
		echo $e->getMessage(), "\n";
	}
}
echo json_encode(new Frame('abc')), ' ', json_encode(get_object_vars(new Frame('abc'))), "\n";
echo preg_replace('/[^ -~\n]/', '?', print_r(new Frame('abc'), true));
?>
--EXPECT--
-- skips
bool(false)
string(0) ""
Not enough bytes received
string(2) "hi"
int(2)
-- repeats
810374776f 5
-- looks
[ 0 -1 -1 -1]
81 1 -1 129 -1...81 1 -1 129 -1
81fe007e 4 126 129 254...7e 4 126 129 254
81fe007e61626364 8 126 1...64 8 126 129 254
81fe007e6162636400000000... 134 126 129 254
81fe007e6162636400000000... 138 126 129 254
126 23 3
bool(true)
8103616263 5 3 129 3 / 3 7 1
c103616263 5 3 193 3
c1835f5f5f5f3e3d3c 9 3 193 131
c1835f5f5f5f3e3d3c 9 3 193 131
-- what is written there does not count
c1835f5f5f5f3e3d3c
gone
c103616263 5 3 193 3
8103616263 5 3 129 3 changed
-- overrides
81854b4559210320354d24 Hello
Masking key must be 4 characters
Masking key must be 4 characters
Masking key must be 4 characters
own text
-- protected from outside
Cannot access protected property Ratchet\RFC6455\Messaging\Frame::$data
Cannot access protected property Ratchet\RFC6455\Messaging\Frame::$defPayLen
Call to protected method Ratchet\RFC6455\Messaging\Frame::getFirstPayloadVal() from global scope
Call to protected method Ratchet\RFC6455\Messaging\Frame::getNumPayloadBits() from global scope
Call to protected method Ratchet\RFC6455\Messaging\Frame::getNumPayloadBytes() from global scope
{"bytesRecvd":5} {"bytesRecvd":5}
Ratchet\RFC6455\Messaging\Frame Object
(
    [data:protected] => ??abc
    [bytesRecvd] => 5
    [defPayLen:protected] => 3
    [firstByte:protected] => 129
    [secondByte:protected] => 3
)
