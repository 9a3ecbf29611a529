--TEST--
Frame: bytes beyond the end of the frame
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;

echo "one after the other\n";
$bytes = (new Frame('first'))->getContents()
	. (new Frame('second', true, Frame::OP_BINARY))->maskPayload('abcd')->getContents()
	. (new Frame(''))->getContents()
	. (new Frame(str_repeat('x', 300)))->getContents();
while ($bytes !== '') {
	$frame = new Frame();
	$frame->addBuffer($bytes);
	$held = $frame->bytesRecvd;
	$bytes = $frame->extractOverflow();
	printf("%d %d -> %d, %d left\n", $frame->getOpcode(), $held, $frame->bytesRecvd, strlen($bytes));
	if (strlen($frame->getContents()) !== $frame->bytesRecvd) {
		echo "contents differ\n";
	}
}

echo "not in the payload, not in the contents\n";
$frame = new Frame('abc');
$frame->addBuffer('more');
var_dump($frame->getPayload(), bin2hex($frame->getContents()), $frame->bytesRecvd, $frame->isCoalesced());
var_dump($frame->extractOverflow(), $frame->extractOverflow());

echo "nothing to extract\n";
var_dump((new Frame())->extractOverflow());
$frame = new Frame();
$frame->addBuffer("\x81\x05he");
var_dump($frame->extractOverflow(), $frame->getContents());
?>
--EXPECT--
one after the other
1 325 -> 7, 318 left
2 318 -> 12, 306 left
1 306 -> 2, 304 left
1 304 -> 304, 0 left
not in the payload, not in the contents
string(3) "abc"
string(10) "8103616263"
int(9)
bool(true)
string(4) "more"
string(0) ""
nothing to extract
string(0) ""
string(0) ""
string(4) "Åhe"
