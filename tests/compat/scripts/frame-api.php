<?php
/* SPDX-License-Identifier: MIT
 *
 * Frames and messages without a connection: every accessor, parsing piece by
 * piece, what is thrown.
 */
use Ratchet\RFC6455\Messaging\CloseFrameChecker;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;

function attempt(callable $what)
{
    try {
        $result = $what();
        return is_string($result) ? (preg_match('//u', $result) ? $result : bin2hex($result)) : json_encode($result);
    } catch (Exception $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
}

function show(string $name, Frame $frame)
{
    echo "$name:";
    foreach (['isCoalesced', 'isFinal', 'getRsv1', 'getRsv2', 'getRsv3', 'isMasked', 'getOpcode', 'getPayloadLength', 'getPayloadStartingByte', 'getMaskingKey', 'getPayload', 'getContents', '__toString'] as $method) {
        echo " $method=", substr(attempt(fn() => $frame->$method()), 0, 60);
    }
    echo " bytesRecvd={$frame->bytesRecvd}\n";
}

show('text', new Frame('hello'));
show('binary', new Frame("\xff", true, Frame::OP_BINARY));
show('more', new Frame('part', false));
show('close', new Frame(pack('n', 1000), true, Frame::OP_CLOSE));
show('medium', new Frame(str_repeat('m', 126)));
show('large', new Frame(str_repeat('l', 65536)));
show('empty', new Frame(''));
show('nothing', new Frame);
show('rsv1', (new Frame('r'))->setRsv1());
show('masked', (new Frame('secret'))->maskPayload('abcd'));
show('unmasked', (new Frame('secret'))->maskPayload('abcd')->unMaskPayload());
echo attempt(fn() => (new Frame('x'))->maskPayload('abc')), ' ', attempt(fn() => strlen((new Frame)->generateMaskingKey())), ' ',
    attempt(fn() => (new Frame('x'))->applyMask('abcdef', "\1\2\3\4")), "\n";

$frame = new Frame;
foreach (str_split("\x81\x85abcd" . ('hello' ^ 'abcda') . 'rest') as $i => $byte) {
    $frame->addBuffer($byte);
    echo $i, ' ', attempt(fn() => $frame->isCoalesced()), ' ', attempt(fn() => $frame->getPayloadLength()), ' ', attempt(fn() => $frame->getPayload()), "\n";
}
echo attempt(fn() => $frame->extractOverflow()), '|', attempt(fn() => $frame->extractOverflow()), '|', $frame->getPayload(), "\n";
echo attempt(fn() => (new Frame(null, true, 1, fn() => new LengthException('mine')))->getPayload()), "\n";

$message = new Message;
foreach (['isCoalesced', 'getOpcode', 'getPayloadLength', 'getPayload', 'getContents', 'isBinary', 'getRsv1', 'count'] as $method) {
    echo "$method=", attempt(fn() => $message->$method()), ' ';
}
$message->addFrame(new Frame('one ', false, Frame::OP_BINARY));
echo "\n", attempt(fn() => $message->isCoalesced()), ' ', attempt(fn() => $message->getPayload()), "\n";
$message->addFrame((new Frame('two', true, Frame::OP_CONTINUE))->maskPayload('wxyz'));
foreach (['isCoalesced', 'getOpcode', 'getPayloadLength', 'getPayload', 'getContents', 'isBinary', 'getRsv1', 'count', '__toString'] as $method) {
    echo "$method=", attempt(fn() => $message->$method()), ' ';
}
echo "\n";
foreach ($message as $i => $part) {
    echo "$i {$part->getPayload()} ";
}
$check = new CloseFrameChecker;
echo "\n", implode(' ', array_filter(range(0, 5100), $check)) === implode(' ', [...range(1000, 1003), ...range(1007, 1011), ...range(3000, 4999)]) ? 'as known' : 'other codes', "\n";
foreach ((new ReflectionClass(Frame::class))->getConstants() as $name => $value) {
    echo "$name=$value ";
}
echo "\n";
