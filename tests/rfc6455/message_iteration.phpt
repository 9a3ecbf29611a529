--TEST--
Message: iteration over the frames
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;

$message = new Message();
foreach ($message as $frame) {
	echo "never\n";
}
foreach (['a', 'b', 'c'] as $i => $text) {
	$message->addFrame(new Frame($text, $i === 2, $i === 0 ? 1 : 0));
}
foreach ($message as $i => $frame) {
	echo $i, ' ', get_class($frame), ' ', $frame->getPayload(), ' ', $frame->getOpcode(), ' ', var_export($frame->isFinal(), true), "\n";
}
echo "nested\n";
foreach ($message as $outer) {
	foreach ($message as $inner) {
		echo $outer->getPayload(), $inner->getPayload(), ' ';
	}
}
echo "\nthe list\n";
$list = $message->getIterator();
echo get_class($list), ' ', count($list), ' ', $list->top()->getPayload(), ' ', $list->bottom()->getPayload(), "\n";
var_dump($list === $message->getIterator(), count(iterator_to_array($message)), count($message));
$message->addFrame(new Frame('d'));
echo count($list), ' ', $list->top()->getPayload(), "\n";
echo "frames are the message's own\n";
foreach ($message as $frame) {
	$frame->maskPayload('abcd');
}
echo bin2hex($message->getContents()), ' ', $message->getPayload(), "\n";
echo "a frame that was added is that object\n";
$frame = new Frame('e');
$message->addFrame($frame);
var_dump($list->top() === $frame);
echo "a clone has a list of its own\n";
$clone = clone $message;
$clone->addFrame(new Frame('f'));
var_dump(count($message), count($clone), count($list), count($clone->getIterator()), $clone->getPayloadLength(), $message->getPayloadLength());
var_dump($clone->getIterator()->bottom() === $list->bottom());
echo "it outlives the message\n";
$kept = (function () {
	$message = new Message();
	return $message->addFrame(new Frame('kept'))->getIterator();
})();
echo $kept->top()->getPayload(), "\n";
?>
--EXPECT--
0 Ratchet\RFC6455\Messaging\Frame a 1 false
1 Ratchet\RFC6455\Messaging\Frame b 0 false
2 Ratchet\RFC6455\Messaging\Frame c 0 true
nested
aa ab ac ba bb bc ca cb cc 
the list
SplDoublyLinkedList 3 c a
bool(true)
int(3)
int(3)
4 d
frames are the message's own
01816162636400008161626364038081616263640281816162636405 abcd
a frame that was added is that object
bool(true)
a clone has a list of its own
int(5)
int(6)
int(5)
int(6)
int(6)
int(5)
bool(true)
it outlives the message
kept
