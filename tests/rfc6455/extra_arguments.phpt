--TEST--
RFC6455\Messaging: more arguments than declared are ignored
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;

$frame = new Frame('x', true, 1, null, 'more', []);
foreach (get_class_methods($frame) as $method) {
	if (in_array($method, ['__construct', 'addBuffer', 'applyMask', 'maskPayload'], true)) {
		continue;
	}
	$frame->$method(true, 2, 3);
}
$frame->addBuffer('', 2);
$frame->maskPayload('abcd', 2);
$frame->applyMask('abcd', null, 3);

$message = new Message(1);
$message->addFrame(new Frame('x'), 2);
foreach (['getIterator', 'count', 'isCoalesced', 'getOpcode', 'getPayloadLength', 'getPayload', 'getContents', '__toString', 'isBinary', 'getRsv1'] as $method) {
	$message->$method(1, 2);
}
echo "done\n";
?>
--EXPECT--
done
