--TEST--
Frame: masking, unmasking, remasking, applyMask() and the keys
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

echo "the example of RFC 6455 section 5.7 with an ASCII key\n";
$frame = new Frame('Hello');
var_dump($frame->maskPayload("\x37\x7a\x21\x3d") === $frame);
echo bin2hex($frame->getContents()), ' ', $frame->getPayload(), ' ', $frame->bytesRecvd, "\n";
echo "another key, then none\n";
$frame->maskPayload('abcd');
echo bin2hex($frame->getContents()), ' ', bin2hex($frame->getMaskingKey()), ' ', $frame->getPayload(), "\n";
var_dump($frame->unMaskPayload() === $frame);
echo bin2hex($frame->getContents()), ' ', $frame->bytesRecvd, "\n";
echo bin2hex($frame->unMaskPayload()->getContents()), "\n";

echo "every payload length up to 40, and a long one\n";
foreach ([...range(0, 40), 126, 65536] as $length) {
	$payload = substr(str_repeat('0123456789', 6554), 0, $length);
	$frame = new Frame($payload);
	$plain = $frame->getContents();
	$masked = $frame->maskPayload('wxyz')->getContents();
	$body = substr($masked, $frame->getPayloadStartingByte());
	$expected = $length ? $payload ^ str_pad('', $length, 'wxyz') : '';
	if ($body !== $expected || $frame->getPayload() !== $payload || $frame->unMaskPayload()->getContents() !== $plain) {
		echo "wrong at $length\n";
	}
}

echo "what follows the frame stays\n";
$frame = new Frame();
$frame->addBuffer("\x81\x02hi" . 'next');
echo bin2hex($frame->maskPayload('abcd')->extractOverflow()), ' ', $frame->getPayload(), "\n";

echo "applyMask\n";
$frame = new Frame('Hello');
foreach (['a', 'ab', 'abc', 'abcd', 'abcdefgh'] as $key) {
	echo bin2hex($frame->applyMask($key)), ' ', bin2hex($frame->applyMask($key, 'Hello, world')), "\n";
}
var_dump($frame->applyMask('abcd', ''), $frame->applyMask('', ''), $frame->getPayload());
try {
	$frame->applyMask('', 'x');
} catch (ValueError $e) {
	echo $e->getMessage(), "\n";
}

echo "generated keys\n";
$keys = [];
for ($i = 0; $i < 200; $i++) {
	$keys[] = $key = $frame->generateMaskingKey();
	if (!preg_match('/^[ -~]{4}$/D', $key)) {
		echo 'odd key ', bin2hex($key), "\n";
	}
}
var_dump(count(array_unique($keys)) > 190);
$one = (new Frame('Hello'))->maskPayload();
$two = (new Frame('Hello'))->maskPayload();
var_dump($one->getPayload(), $one->isMasked(), strlen($one->getMaskingKey()));

echo "keys that are refused leave the frame alone\n";
$frame = new Frame('Hello');
foreach (['', 'abc', 'abcde', "abc\x80", 12345] as $key) {
	try {
		$frame->maskPayload($key);
	} catch (Exception $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
}
echo bin2hex($frame->getContents()), "\n";
echo "a number is cast\n";
echo $frame->maskPayload(1234)->getMaskingKey(), "\n";
?>
--EXPECT--
the example of RFC 6455 section 5.7 with an ASCII key
bool(true)
8185377a213d7f1f4d5158 Hello 11
another key, then none
81856162636429070f080e 61626364 Hello
bool(true)
810548656c6c6f 7
810548656c6c6f
every payload length up to 40, and a long one
what follows the frame stays
6e657874 hi
applyMask
29040d0d0e 29040d0d0e4d41160e130d05
29070d0e0e 29070d0e0e4e41150e100d06
29070f0d0d 29070f0d0d4f41150c130e07
29070f080e 29070f080e4e43130e100f00
29070f080a 29070f080a4a471f0e100f00
string(0) ""
string(0) ""
string(5) "Hello"
Ratchet\RFC6455\Messaging\Frame::applyMask(): Argument #1 ($maskingKey) must be a non-empty string
generated keys
bool(true)
string(5) "Hello"
bool(true)
int(4)
keys that are refused leave the frame alone
InvalidArgumentException: Masking key must be 4 characters
InvalidArgumentException: Masking key must be 4 characters
InvalidArgumentException: Masking key must be 4 characters
OutOfBoundsException: Masking key MUST be ASCII
InvalidArgumentException: Masking key must be 4 characters
810548656c6c6f
a number is cast
1234
