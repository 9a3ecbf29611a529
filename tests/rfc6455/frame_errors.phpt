--TEST--
Frame: what is thrown where bytes are missing, by default and by the script's factory
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

const METHODS = ['isCoalesced', 'isFinal', 'getRsv1', 'getRsv2', 'getRsv3', 'isMasked', 'getMaskingKey', 'getOpcode',
	'getPayloadLength', 'getPayloadStartingByte', 'getPayload', 'getContents', '__toString', 'maskPayload',
	'unMaskPayload', 'extractOverflow', 'setRsv1'];

function ask(Frame $frame): void
{
	foreach (METHODS as $method) {
		try {
			$result = (clone $frame)->$method();
			echo "$method: ", is_object($result) ? get_class($result) : var_export($result, true), "\n";
		} catch (Throwable $e) {
			echo "$method: ", get_class($e), ': ', $e->getMessage(), "\n";
		}
	}
}

echo "-- nothing\n";
ask(new Frame());
echo "-- one byte\n";
$frame = new Frame();
$frame->addBuffer("\x81");
ask($frame);
echo "-- half a length\n";
$frame->addBuffer("\xfe\x00");
ask($frame);
echo "-- half a key\n";
$frame->addBuffer("\x7eab");
ask($frame);
echo "-- applyMask\n";
try {
	$frame->applyMask('abcd');
} catch (UnderflowException $e) {
	echo $e->getMessage(), "\n";
}

echo "-- a factory\n";
$texts = [];
$factory = static function (string $text) use (&$texts): UnderflowException {
	$texts[] = $text;
	return new class("mine: $text") extends UnderflowException {};
};
$frame = new Frame(null, true, 1, $factory);
try {
	$frame->getContents();
} catch (UnderflowException $e) {
	echo $e->getMessage(), "\n";
}
var_dump($frame->isCoalesced(), $texts);

echo "-- isCoalesced() passes on what is no UnderflowException\n";
$frame = new Frame(null, ufExceptionFactory: fn ($text) => new DomainException($text));
foreach (['isCoalesced', 'extractOverflow', 'getPayload'] as $method) {
	try {
		$frame->$method();
	} catch (DomainException $e) {
		echo "$method: ", $e->getMessage(), "\n";
	}
}

echo "-- factories of every kind\n";
class Maker
{
	public static function make(string $text): Exception
	{
		return new RangeException("static $text");
	}

	public function __invoke(string $text): Exception
	{
		return new RangeException("invoked $text");
	}

	public function __call(string $name, array $arguments): Exception
	{
		return new RangeException("$name $arguments[0]");
	}
}
foreach (['Maker::make', [new Maker(), 'make'], new Maker(), [new Maker(), 'magic'], Maker::make(...)] as $factory) {
	$frame = new Frame(null, true, 1, $factory);
	for ($i = 0; $i < 2; $i++) {
		try {
			$frame->isFinal();
		} catch (RangeException $e) {
			echo $e->getMessage(), "\n";
		}
	}
}

echo "-- factories that fail\n";
foreach ([fn () => null, fn () => 'text', fn () => new stdClass(), fn () => throw new LogicException('thrown')] as $factory) {
	foreach (['getOpcode', 'isCoalesced'] as $method) {
		try {
			(new Frame(null, true, 1, $factory))->$method();
		} catch (Throwable $e) {
			echo get_class($e), ': ', $e->getMessage(), "\n";
		}
	}
}
try {
	new Frame('x', true, 1, 'no_such_function');
} catch (TypeError $e) {
	echo get_class($e), "\n";
}
?>
--EXPECT--
-- nothing
isCoalesced: false
isFinal: UnderflowException: Not enough bytes received to determine if this is the final frame in message
getRsv1: UnderflowException: Not enough bytes received to determine reserved bit
getRsv2: UnderflowException: Not enough bytes received to determine reserved bit
getRsv3: UnderflowException: Not enough bytes received to determine reserved bit
isMasked: UnderflowException: Not enough bytes received (0) to determine if mask is set
getMaskingKey: UnderflowException: Not enough bytes received (0) to determine if mask is set
getOpcode: UnderflowException: Not enough bytes received to determine opcode
getPayloadLength: UnderflowException: Not enough bytes received
getPayloadStartingByte: UnderflowException: Not enough bytes received
getPayload: UnderflowException: Can not return partial message
getContents: UnderflowException: Not enough bytes received
__toString: UnderflowException: Not enough bytes received
maskPayload: UnderflowException: Frame must be coalesced before applying mask
unMaskPayload: UnderflowException: Frame must be coalesced before applying mask
extractOverflow: ''
setRsv1: UnderflowException: Cannot set Rsv1 because there is no data.
-- one byte
isCoalesced: false
isFinal: true
getRsv1: false
getRsv2: false
getRsv3: false
isMasked: UnderflowException: Not enough bytes received (1) to determine if mask is set
getMaskingKey: UnderflowException: Not enough bytes received (1) to determine if mask is set
getOpcode: 1
getPayloadLength: UnderflowException: Not enough bytes received
getPayloadStartingByte: UnderflowException: Not enough bytes received
getPayload: UnderflowException: Can not return partial message
getContents: UnderflowException: Not enough bytes received
__toString: UnderflowException: Not enough bytes received
maskPayload: UnderflowException: Frame must be coalesced before applying mask
unMaskPayload: UnderflowException: Frame must be coalesced before applying mask
extractOverflow: ''
setRsv1: Ratchet\RFC6455\Messaging\Frame
-- half a length
isCoalesced: false
isFinal: true
getRsv1: false
getRsv2: false
getRsv3: false
isMasked: true
getMaskingKey: UnderflowException: Not enough data buffered to calculate the masking key
getOpcode: 1
getPayloadLength: UnderflowException: Not enough data buffered to determine payload length
getPayloadStartingByte: 8
getPayload: UnderflowException: Can not return partial message
getContents: UnderflowException: Not enough data buffered to determine payload length
__toString: UnderflowException: Not enough data buffered to determine payload length
maskPayload: UnderflowException: Frame must be coalesced before applying mask
unMaskPayload: UnderflowException: Frame must be coalesced before applying mask
extractOverflow: ''
setRsv1: Ratchet\RFC6455\Messaging\Frame
-- half a key
isCoalesced: false
isFinal: true
getRsv1: false
getRsv2: false
getRsv3: false
isMasked: true
getMaskingKey: UnderflowException: Not enough data buffered to calculate the masking key
getOpcode: 1
getPayloadLength: 126
getPayloadStartingByte: 8
getPayload: UnderflowException: Can not return partial message
getContents: 'þ' . "\0" . '~ab'
__toString: UnderflowException: Not enough data buffered to calculate the masking key
maskPayload: UnderflowException: Frame must be coalesced before applying mask
unMaskPayload: UnderflowException: Frame must be coalesced before applying mask
extractOverflow: ''
setRsv1: Ratchet\RFC6455\Messaging\Frame
-- applyMask
Frame must be coalesced to apply a mask
-- a factory
mine: Not enough bytes received
bool(false)
array(2) {
  [0]=>
  string(25) "Not enough bytes received"
  [1]=>
  string(25) "Not enough bytes received"
}
-- isCoalesced() passes on what is no UnderflowException
isCoalesced: Not enough bytes received
extractOverflow: Not enough bytes received
getPayload: Not enough bytes received
-- factories of every kind
static Not enough bytes received to determine if this is the final frame in message
static Not enough bytes received to determine if this is the final frame in message
static Not enough bytes received to determine if this is the final frame in message
static Not enough bytes received to determine if this is the final frame in message
invoked Not enough bytes received to determine if this is the final frame in message
invoked Not enough bytes received to determine if this is the final frame in message
magic Not enough bytes received to determine if this is the final frame in message
magic Not enough bytes received to determine if this is the final frame in message
static Not enough bytes received to determine if this is the final frame in message
static Not enough bytes received to determine if this is the final frame in message
-- factories that fail
Error: Can only throw objects
Error: Can only throw objects
Error: Can only throw objects
Error: Can only throw objects
Error: Cannot throw objects that do not implement Throwable
Error: Cannot throw objects that do not implement Throwable
LogicException: thrown
LogicException: thrown
TypeError
