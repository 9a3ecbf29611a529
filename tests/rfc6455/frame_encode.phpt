--TEST--
Frame: header and payload for every size of the length field
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

foreach ([0, 1, 125, 126, 65535, 65536] as $length) {
	$payload = str_repeat('x', $length);
	$frame = new Frame($payload);
	$start = $frame->getPayloadStartingByte();
	printf(
		"%5d: header %s, received %d, length %d, whole %s\n",
		$length,
		bin2hex(substr($frame->getContents(), 0, $start)),
		$frame->bytesRecvd,
		$frame->getPayloadLength(),
		var_export(substr($frame->getContents(), $start) === $payload && $frame->getPayload() === $payload, true)
	);
}

echo "opcodes and FIN\n";
foreach ([Frame::OP_CONTINUE, Frame::OP_TEXT, Frame::OP_BINARY, Frame::OP_CLOSE, Frame::OP_PING, Frame::OP_PONG] as $opcode) {
	$final = new Frame('a', true, $opcode);
	$open = new Frame('a', false, $opcode);
	echo $final->getOpcode(), ' ', bin2hex($final->getContents()), ' ', bin2hex($open->getContents()), ' ',
		var_export($final->isFinal(), true), ' ', var_export($open->isFinal(), true), "\n";
}

echo "named arguments\n";
echo bin2hex((new Frame('a', opcode: Frame::OP_BINARY))->getContents()), "\n";
echo bin2hex((new Frame(final: false, payload: 'a'))->getContents()), "\n";

echo "reserved bits\n";
$frame = new Frame('a');
var_dump($frame->getRsv1(), $frame->getRsv2(), $frame->getRsv3());
var_dump($frame->setRsv1() === $frame, $frame->getRsv1(), bin2hex($frame->getContents()));
var_dump($frame->setRsv1(false)->getRsv1(), bin2hex($frame->getContents()));

echo "a close frame with a reason\n";
$frame = new Frame(pack('n', Frame::CLOSE_GOING_AWAY) . 'bye', true, Frame::OP_CLOSE);
echo bin2hex($frame->getContents()), "\n";
echo "the payload is not the script's variable\n";
$text = 'before';
$frame = new Frame($text);
$text[0] = 'B';
echo $frame->getPayload(), "\n";
?>
--EXPECT--
    0: header 8100, received 2, length 0, whole true
    1: header 8101, received 3, length 1, whole true
  125: header 817d, received 127, length 125, whole true
  126: header 817e007e, received 130, length 126, whole true
65535: header 817effff, received 65539, length 65535, whole true
65536: header 817f0000000000010000, received 65546, length 65536, whole true
opcodes and FIN
0 800161 000161 true false
1 810161 010161 true false
2 820161 020161 true false
8 880161 080161 true false
9 890161 090161 true false
10 8a0161 0a0161 true false
named arguments
820161
010161
reserved bits
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
string(6) "c10161"
bool(false)
string(6) "810161"
a close frame with a reason
880503e9627965
the payload is not the script's variable
before
