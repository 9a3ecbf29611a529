--TEST--
MessageBuffer: messages and control frames, however the bytes are cut
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;
use Ratchet\RFC6455\Messaging\MessageBuffer;

$rows = [
    '' => '',
    masked('hello') => 'text(hello)',
    masked('') . masked('', Frame::OP_BINARY) => 'text() binary()',
    masked("\xFF\xFE", Frame::OP_BINARY) => "binary(\xFF\xFE)",
    masked('héllo', Frame::OP_TEXT, false) . masked('', 0, false) . masked(' €', 0) => 'text/3(héllo €)',
    masked("\xE2", Frame::OP_TEXT, false) . masked('in', Frame::OP_PING) . masked("\x82\xAC", 0) => 'ping(in) text/2(€)',
    masked('a', Frame::OP_PONG) . masked('', Frame::OP_PING) . masked('b') => 'pong(a) ping() text(b)',
    masked(str_repeat('x', 125), Frame::OP_PING) => 'ping(' . str_repeat('x', 125) . ')',
    masked(str_repeat('y', 126)) => 'text(' . str_repeat('y', 126) . ')',
    masked("\x03\xE8bye", Frame::OP_CLOSE) => 'close(1000 bye)',
    masked('', Frame::OP_CLOSE) => 'close(1000)',
    masked('half', Frame::OP_TEXT, false) . masked("\x0F\xA0", Frame::OP_CLOSE) . masked('never', 0) => 'close(4000)',
    masked("\x03\xE9", Frame::OP_CLOSE) . masked('never') . masked('', Frame::OP_CLOSE) . 'rubbish' => 'close(1001)',
];
foreach ($rows as $bytes => $expected) {
    foreach ([0, 1, 2, 3, 5, 8, 100] as $step) {
        $result = told($bytes, $step);
        if ($result !== $expected) {
            echo "by $step: ", $result, ' instead of ', $expected, "\n";
        }
    }
}

echo "-- random cuts of a long stream\n";
mt_srand(7);
$stream = '';
$expected = [];
for ($i = 0; $i < 200; $i++) {
    $text = str_repeat(chr(97 + $i % 26), [0, 1, 125, 126, 300, 65535, 65536, 70000][$i % 8]);
    if ($i % 3 === 0) {
        $half = intdiv(strlen($text), 2);
        $stream .= masked(substr($text, 0, $half), Frame::OP_BINARY, false) . masked("p$i", Frame::OP_PING) . masked(substr($text, $half), 0);
        $expected[] = "ping(p$i)";
        $expected[] = "binary/2($text)";
    } else {
        $stream .= masked($text);
        $expected[] = "text($text)";
    }
}
$log = [];
$buffer = logging_buffer($log);
for ($at = 0; $at < strlen($stream); $at += $size) {
    $size = mt_rand(1, [3, 300, 200000][mt_rand(0, 2)]);
    $buffer->onData(substr($stream, $at, $size));
}
var_dump($log === $expected);
var_dump(told($stream) === implode(' ', $expected));

echo "-- what the callbacks get\n";
$buffer = new MessageBuffer(new CloseFrameChecker(), function (...$arguments) use (&$buffer) {
    echo count($arguments), ' ', get_class($arguments[0]), ' ', var_export($arguments[1] === $buffer, true), "\n";
    foreach ($arguments[0] as $frame) {
        echo '  ', get_class($frame), ' ', $frame->getOpcode(), ' ', var_export($frame->isFinal(), true), ' ', var_export($frame->isMasked(), true), ' ', $frame->getPayload(), "\n";
    }
    echo '  ', bin2hex($arguments[0]->getContents()), "\n";
}, function (...$arguments) use (&$buffer) {
    echo count($arguments), ' ', get_class($arguments[0]), ' ', var_export($arguments[1] === $buffer, true), ' ', var_export($arguments[0]->isMasked(), true), "\n";
});
$buffer->onData(masked('ab', Frame::OP_TEXT, false) . masked('c', 0));
$buffer->onData(masked('ping', Frame::OP_PING));
$buffer->onData(masked("\x00", Frame::OP_CLOSE));

echo "-- without onControl; arguments by position and more than there are\n";
$messages = [];
$buffer = new MessageBuffer(new CloseFrameChecker(), function ($message) use (&$messages) {
    $messages[] = (string) $message;
}, null, 1, null, 0, 0, null, null, 'more');
$buffer->onData(masked('x', Frame::OP_PING) . masked('y') . unmasked('z') . masked('never'), 'more');
$buffer->onData(masked('never'));
echo implode(' ', $messages), "\n";
$buffer->onData(12);
$buffer->onData('');
echo "-- strings that are shared are not changed\n";
$bytes = masked('abc', Frame::OP_PING);
$copy = str_repeat($bytes, 1);
told($bytes);
var_dump($bytes === $copy);
?>
--EXPECT--
-- random cuts of a long stream
bool(true)
bool(true)
-- what the callbacks get
2 Ratchet\RFC6455\Messaging\Message true
  Ratchet\RFC6455\Messaging\Frame 1 false false ab
  Ratchet\RFC6455\Messaging\Frame 0 true false c
  01026162800163
2 Ratchet\RFC6455\Messaging\Frame true false
2 Ratchet\RFC6455\Messaging\Frame true false
-- without onControl; arguments by position and more than there are
y
-- strings that are shared are not changed
bool(true)
