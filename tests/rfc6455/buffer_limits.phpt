--TEST--
MessageBuffer: limits, their defaults and what is refused
--EXTENSIONS--
wschat
--INI--
memory_limit=64M
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageBuffer;

$log = [];
$ten = str_repeat('x', 10);
echo told(masked($ten) . masked($ten . 'y'), 0, maxMessagePayloadSize: 10, maxFramePayloadSize: 0), "\n";
echo told(masked($ten) . masked($ten . 'y'), 0, maxMessagePayloadSize: 0, maxFramePayloadSize: 10), "\n";
echo told(masked($ten) . masked($ten . 'y'), 0, maxMessagePayloadSize: 10, maxFramePayloadSize: 10), "\n";
echo told(masked($ten, 1, false) . masked('y', 0), 0, maxMessagePayloadSize: 10), "\n";
echo told(masked($ten, 1, false) . masked('', 0), 0, maxMessagePayloadSize: 10), "\n";
echo told(masked($ten, 1, false) . masked($ten, 0) . masked(''), 0, maxMessagePayloadSize: 0, maxFramePayloadSize: 10), "\n";
echo told(masked('ab'), 0, maxFramePayloadSize: 1), "\n";

echo "-- a header is enough, and control frames don't count\n";
echo told("\x82\xFF\0\0\0\0\0\0\1\0\0\0\0", 1, maxMessagePayloadSize: 65535), '|';
echo told("\x82\xFF\0\0\0\0\0\1\0\0\0\0\0\0", 1, maxMessagePayloadSize: 65535), "\n";
echo told(masked($ten, 9), 0, maxMessagePayloadSize: 5, maxFramePayloadSize: 5), "\n";

echo "-- a quarter of memory_limit\n";
foreach ([64 << 20, 16 << 20] as $limit) {
    ini_set('memory_limit', $limit);
    foreach ([0, 1] as $more) {
        $header = "\x82\xFF" . pack('J', intdiv($limit, 4) + $more) . "\0\0\0\0";
        echo told($header), "|\n";
    }
}
echo "-- … or the extension's own limit\n";
ini_set('memory_limit', '-1');
echo told("\x82\xFF" . pack('J', 32 << 20) . "\0\0\0\0"), "|\n";
echo told("\x82\xFF" . pack('J', (32 << 20) + 1) . "\0\0\0\0"), "\n";
echo told("\x82\xFF" . pack('J', 1 << 40) . "\0\0\0\0", 0, maxMessagePayloadSize: 0, maxFramePayloadSize: 0), "|\n";

echo "-- no memory is reserved on the word of a header\n";
$buffer = logging_buffer($log, maxMessagePayloadSize: 0, maxFramePayloadSize: 0);
$before = memory_get_usage();
$buffer->onData("\x82\xFF" . pack('J', 1 << 30) . "\0\0\0\0abc");
var_dump(memory_get_usage() - $before < 200000);
echo "-- more than memory_limit lets in is refused, and the script goes on\n";
ini_set('memory_limit', memory_get_usage(true) + (8 << 20));
$log = [];
$buffer = logging_buffer($log, maxMessagePayloadSize: 0, maxFramePayloadSize: 0);
$buffer->onData("\x82\xFF" . pack('J', 1 << 30) . "\0\0\0\0");
$part = str_repeat('x', 60000);
for ($i = 0; $i < 1000 && !$log; $i++) {
    $buffer->onData($part);
}
unset($buffer);
echo implode(' ', $log), "\n";
ini_set('memory_limit', '64M');

echo "-- what is no limit\n";
foreach ([['maxMessagePayloadSize' => -1], ['maxFramePayloadSize' => -1], ['maxMessagePayloadSize' => '5'], ['maxFramePayloadSize' => 1.5],
    ['maxFramePayloadSize' => true], ['maxMessagePayloadSize' => -1, 'maxFramePayloadSize' => -2]] as $arguments) {
    try {
        logging_buffer($log, ...$arguments);
    } catch (InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
echo "-- other arguments\n";
foreach ([
    fn () => new MessageBuffer(new stdClass(), 'strlen'),
    fn () => new MessageBuffer(new CloseFrameChecker(), 'no function'),
    fn () => new MessageBuffer(new CloseFrameChecker(), 'strlen', 'no function'),
    fn () => new MessageBuffer(new CloseFrameChecker(), 'strlen', null, true, 'no function'),
    fn () => new MessageBuffer(new CloseFrameChecker(), 'strlen', sender: 5),
    fn () => new MessageBuffer(new CloseFrameChecker()),
    fn () => logging_buffer($log)->onData([]),
    fn () => clone logging_buffer($log),
    fn () => serialize(logging_buffer($log)),
] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
text(xxxxxxxxxx) close(1009 Maximum message size exceeded)
text(xxxxxxxxxx) close(1009 Maximum frame size exceeded)
text(xxxxxxxxxx) close(1009 Maximum frame size exceeded)
close(1009 Maximum message size exceeded)
text/2(xxxxxxxxxx)
text/2(xxxxxxxxxxxxxxxxxxxx) text()
close(1009 Maximum frame size exceeded)
-- a header is enough, and control frames don't count
|close(1009 Maximum message size exceeded)
ping(xxxxxxxxxx)
-- a quarter of memory_limit
|
close(1009 Maximum frame size exceeded)|
|
close(1009 Maximum frame size exceeded)|
-- … or the extension's own limit
|
close(1009 Maximum frame size exceeded)
|
-- no memory is reserved on the word of a header
bool(true)
-- more than memory_limit lets in is refused, and the script goes on
close(1009 Maximum message size exceeded)
-- what is no limit
-1is not a valid maxMessagePayloadSize
-1 is not a valid maxFramePayloadSize
5is not a valid maxMessagePayloadSize
1.5 is not a valid maxFramePayloadSize
1 is not a valid maxFramePayloadSize
-2 is not a valid maxFramePayloadSize
-- other arguments
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #1 ($frameChecker) must be of type Ratchet\RFC6455\Messaging\CloseFrameChecker, stdClass given
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #2 ($onMessage) must be a valid callback, function "no function" not found or invalid function name
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #3 ($onControl) must be a valid callback or null, function "no function" not found or invalid function name
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #5 ($exceptionFactory) must be of type ?callable, string given
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct(): Argument #8 ($sender) must be a valid callback or null, no array or string given
ArgumentCountError: Ratchet\RFC6455\Messaging\MessageBuffer::__construct() expects at least 2 arguments, 1 given
TypeError: Ratchet\RFC6455\Messaging\MessageBuffer::onData(): Argument #1 ($data) must be of type string, array given
Error: Trying to clone an uncloneable object of class Ratchet\RFC6455\Messaging\MessageBuffer
Exception: Serialization of 'Ratchet\RFC6455\Messaging\MessageBuffer' is not allowed
