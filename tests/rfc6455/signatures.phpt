--TEST--
RFC6455\Messaging: classes, constants and signatures are those of Ratchet's package
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\DataInterface;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\FrameInterface;
use Ratchet\RFC6455\Messaging\Message;
use Ratchet\RFC6455\Messaging\MessageBuffer;
use Ratchet\RFC6455\Messaging\MessageInterface;

foreach ([DataInterface::class, FrameInterface::class, MessageInterface::class, Frame::class, Message::class,
	CloseFrameChecker::class, MessageBuffer::class] as $name) {
	$class = new ReflectionClass($name);
	$interfaces = $class->getInterfaceNames();
	sort($interfaces);
	echo $class->isInterface() ? 'interface ' : 'class ', $name, $class->isFinal() ? ' final' : '', ': ', implode(', ', $interfaces), "\n";
	foreach ($class->getConstants() as $constant => $value) {
		echo "  $constant = $value\n";
	}
	foreach ($class->getProperties() as $property) {
		echo '  ', implode(' ', Reflection::getModifierNames($property->getModifiers())), ' $', $property->getName(), ' = ', var_export($property->getDefaultValue(), true), "\n";
	}
	foreach ($class->getMethods() as $method) {
		$parameters = [];
		foreach ($method->getParameters() as $parameter) {
			$parameters[] = ltrim($parameter->getType() . ' ') . '$' . $parameter->getName()
				. ($parameter->isDefaultValueAvailable() ? ' = ' . var_export($parameter->getDefaultValue(), true) : '');
		}
		echo '  ', implode(' ', Reflection::getModifierNames($method->getModifiers() & ~ReflectionMethod::IS_ABSTRACT)),
			' ', $method->getName(), '(', implode(', ', $parameters), ')',
			$method->hasReturnType() ? ': ' . $method->getReturnType() : '', "\n";
	}
}

// Classes written against the package load without a word.
class OldFrame extends Frame
{
	function __construct($payload = null, $final = true, $opcode = 1, ?callable $factory = null)
	{
		parent::__construct($payload, $final, $opcode, $factory);
	}

	function isFinal(): bool
	{
		return parent::isFinal();
	}

	function addBuffer($buffer, $more = null)
	{
		return parent::addBuffer($buffer);
	}
}

class OwnMessage implements IteratorAggregate, MessageInterface
{
	#[ReturnTypeWillChange]
	function getIterator()
	{
		return new ArrayIterator([]);
	}

	#[ReturnTypeWillChange]
	function count()
	{
		return 0;
	}

	function addFrame(FrameInterface $frame)
	{
		return $this;
	}

	function getOpcode()
	{
	}

	function isBinary()
	{
	}

	function isCoalesced()
	{
	}

	function getPayloadLength()
	{
	}

	function getPayload()
	{
	}

	function getContents()
	{
	}

	function __toString()
	{
		return 'own message';
	}
}

echo bin2hex((new OldFrame('x', false))->getContents()), ' ', new OwnMessage(), "\n";
?>
--EXPECT--
interface Ratchet\RFC6455\Messaging\DataInterface: Stringable
  public isCoalesced()
  public getPayloadLength()
  public getPayload()
  public getContents()
  public __toString(): string
interface Ratchet\RFC6455\Messaging\FrameInterface: Ratchet\RFC6455\Messaging\DataInterface, Stringable
  public addBuffer($buf)
  public isFinal()
  public isMasked()
  public getOpcode()
  public getMaskingKey()
  public isCoalesced()
  public getPayloadLength()
  public getPayload()
  public getContents()
  public __toString(): string
interface Ratchet\RFC6455\Messaging\MessageInterface: Countable, Ratchet\RFC6455\Messaging\DataInterface, Stringable, Traversable
  public addFrame(Ratchet\RFC6455\Messaging\FrameInterface $fragment)
  public getOpcode()
  public isBinary()
  public isCoalesced()
  public getPayloadLength()
  public getPayload()
  public getContents()
  public __toString(): string
  public count()
class Ratchet\RFC6455\Messaging\Frame: Ratchet\RFC6455\Messaging\DataInterface, Ratchet\RFC6455\Messaging\FrameInterface, Stringable
  OP_CONTINUE = 0
  OP_TEXT = 1
  OP_BINARY = 2
  OP_CLOSE = 8
  OP_PING = 9
  OP_PONG = 10
  CLOSE_NORMAL = 1000
  CLOSE_GOING_AWAY = 1001
  CLOSE_PROTOCOL = 1002
  CLOSE_BAD_DATA = 1003
  CLOSE_NO_STATUS = 1005
  CLOSE_ABNORMAL = 1006
  CLOSE_BAD_PAYLOAD = 1007
  CLOSE_POLICY = 1008
  CLOSE_TOO_BIG = 1009
  CLOSE_MAND_EXT = 1010
  CLOSE_SRV_ERR = 1011
  CLOSE_TLS = 1015
  MASK_LENGTH = 4
  protected $data = ''
  public $bytesRecvd = 0
  protected $defPayLen = -1
  protected $firstByte = -1
  protected $secondByte = -1
  public __construct($payload = NULL, $final = true, $opcode = 1, ?callable $ufExceptionFactory = NULL)
  public isCoalesced()
  public addBuffer($buf)
  public isFinal()
  public setRsv1($value = true)
  public getRsv1()
  public getRsv2()
  public getRsv3()
  public isMasked()
  public getMaskingKey()
  public generateMaskingKey()
  public maskPayload($maskingKey = NULL)
  public unMaskPayload()
  public applyMask($maskingKey, $payload = NULL)
  public getOpcode()
  protected getFirstPayloadVal()
  protected getNumPayloadBits()
  protected getNumPayloadBytes()
  public getPayloadLength()
  public getPayloadStartingByte()
  public getPayload()
  public getContents()
  public __toString(): string
  public extractOverflow()
class Ratchet\RFC6455\Messaging\Message: Countable, IteratorAggregate, Ratchet\RFC6455\Messaging\DataInterface, Ratchet\RFC6455\Messaging\MessageInterface, Stringable, Traversable
  public __construct()
  public getIterator()
  public count()
  public isCoalesced()
  public addFrame(Ratchet\RFC6455\Messaging\FrameInterface $fragment)
  public getOpcode()
  public getPayloadLength()
  public getPayload()
  public getContents()
  public __toString(): string
  public isBinary()
  public getRsv1()
class Ratchet\RFC6455\Messaging\CloseFrameChecker: 
  public __construct()
  public __invoke($val)
class Ratchet\RFC6455\Messaging\MessageBuffer: 
  public __construct(Ratchet\RFC6455\Messaging\CloseFrameChecker $frameChecker, callable $onMessage, ?callable $onControl = NULL, $expectMask = true, $exceptionFactory = NULL, $maxMessagePayloadSize = NULL, $maxFramePayloadSize = NULL, ?callable $sender = NULL, ?Ratchet\RFC6455\Handshake\PermessageDeflateOptions $permessageDeflateOptions = NULL)
  public onData($data)
  public frameCheck(Ratchet\RFC6455\Messaging\FrameInterface $frame)
  public checkMessage(Ratchet\RFC6455\Messaging\MessageInterface $message)
  public newMessage()
  public newFrame($payload = NULL, $final = NULL, $opcode = NULL)
  public newCloseFrame($code, $reason = '')
  public sendFrame(Ratchet\RFC6455\Messaging\Frame $frame)
  public sendMessage($messagePayload, $final = true, $isBinary = false)
010178 own message
