--TEST--
Frame: an exception factory that changes or drops the frame it is called for
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

echo "constructs it anew\n";
$frame = new Frame(null, true, 1, function (string $text) use (&$frame) {
	$frame->__construct('again');
	return new RuntimeException($text);
});
try {
	$frame->getContents();
} catch (RuntimeException $e) {
	echo $e->getMessage(), ' / ', $frame->getPayload(), "\n";
}

echo "fills it\n";
$frame = new Frame(null, true, 1, function (string $text) use (&$frame) {
	$frame->addBuffer("\x81\x02hi" . 'rest');
	return new UnderflowException($text);
});
var_dump($frame->extractOverflow(), $frame->extractOverflow(), $frame->getPayload());

echo "drops it\n";
$frame = new Frame(null, true, 1, function (string $text) use (&$frame) {
	$frame = null;
	return new RuntimeException($text);
});
foreach (['maskPayload', 'getPayload'] as $method) {
	try {
		($frame ?? new Frame())->$method();
	} catch (RuntimeException $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
}

echo "a cast that changes it\n";
class Changes
{
	public function __construct(private Frame $frame, private string $text)
	{
	}

	public function __toString(): string
	{
		$this->frame->__construct(str_repeat('R', 300));
		return $this->text;
	}
}
$frame = new Frame('short');
echo strlen($frame->applyMask(new Changes($frame, 'abcd'))), "\n";
$frame = new Frame('short');
$frame->addBuffer(new Changes($frame, '+'));
echo $frame->bytesRecvd, ' ', $frame->extractOverflow(), "\n";
$frame = new Frame('short');
echo $frame->maskPayload(new Changes($frame, 'abcd'))->getPayloadLength(), "\n";

echo "cycles are collected\n";
gc_collect_cycles();
for ($i = 0; $i < 10; $i++) {
	$frame = new class extends Frame {
		public $self;

		public function __construct()
		{
			parent::__construct(null, true, 1, [$this, 'make']);
			$this->self = $this;
		}

		public function make(string $text): Exception
		{
			return new UnderflowException($text);
		}

		public function __destruct()
		{
			global $gone;
			$gone++;
		}
	};
	$frame->isCoalesced();
}
$gone = 0;
unset($frame);
gc_collect_cycles();
echo "$gone of 10\n";
?>
--EXPECT--
constructs it anew
Not enough bytes received / again
fills it
string(0) ""
string(4) "rest"
string(2) "hi"
drops it
RuntimeException: Not enough bytes received
UnderflowException: Can not return partial message
a cast that changes it
300
305 +
300
cycles are collected
10 of 10
