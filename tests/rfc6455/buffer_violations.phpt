--TEST--
MessageBuffer: what breaks the protocol is answered with a Close, once, at the first byte that does
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/../include/frames.inc';

use Ratchet\RFC6455\Messaging\Frame;

/* The first byte, the length and the payload as they are, with a mask of zeroes. */
function raw(int $first, string $payload = '', ?int $second = null): string
{
    return chr($first) . chr($second ?? 0x80 | strlen($payload)) . "\0\0\0\0" . $payload;
}

const CONTINUES = "\x01\x81\0\0\0\0a";
$rows = [
    'RSV1' => [raw(0xC1, 'a'), 2],
    'RSV2' => [raw(0xA1, 'a'), 2],
    'RSV3' => [raw(0x91, 'a'), 2],
    'RSV1 of a ping' => [raw(0xC9), 2],
    'unmasked' => [unmasked('a'), 2],
    'opcode 3' => [raw(0x83, 'a'), 2],
    'opcode 7' => [raw(0x87), 2],
    'opcode 11' => [raw(0x8B), 2],
    'opcode 15' => [raw(0x8F), 2],
    'ping of 126' => [raw(0x89, '', 0xFE), 2],
    'fragmented ping' => [raw(0x09, 'a'), 2],
    'fragmented close' => [raw(0x08), 2],
    'orphan' => [raw(0x80, 'a'), 2],
    'text within a message' => [CONTINUES . raw(0x81, 'b'), 9],
    'binary within a message' => [CONTINUES . raw(0x02, 'b'), 9],
    'opcode 5 within a message' => [CONTINUES . raw(0x85, 'b'), 9],
    'length not minimal, 16 bit' => ["\x82\xFE\x00\x7D" . str_repeat("\0", 200), 8],
    'length not minimal, 64 bit' => ["\x82\xFF\0\0\0\0\0\0\xFF\xFF" . str_repeat("\0", 200), 14],
    'length with its top bit' => ["\x82\xFF\x80\0\0\0\0\0\0\1" . str_repeat("\0", 200), 14],
    'close of one byte' => [raw(0x88, 'a'), 7],
    'close of one "0"' => [raw(0x88, '0'), 7],
    'close 999' => [raw(0x88, pack('n', 999)), 8],
    'close 1004' => [raw(0x88, pack('n', 1004)), 8],
    'close 1005' => [raw(0x88, pack('n', 1005)), 8],
    'close 1006' => [raw(0x88, pack('n', 1006)), 8],
    'close 1015' => [raw(0x88, pack('n', 1015)), 8],
    'close 2999' => [raw(0x88, pack('n', 2999)), 8],
    'close 5000' => [raw(0x88, pack('n', 5000)), 8],
    'close 65535' => [raw(0x88, pack('n', 65535) . 'why'), 11],
    'close reason' => [raw(0x88, pack('n', 1000) . "a\xFFb"), 11],
    'close reason cut off' => [raw(0x88, pack('n', 1000) . "\xE2\x82"), 10],
    'UTF-8' => [raw(0x81, "abc\xFFdef"), 10],
    'UTF-8, surrogate' => [raw(0x81, "\xED\xA0\x80"), 8],
    'UTF-8 in a fragment' => [raw(0x01, "ab\xC0") . raw(0x80, 'never'), 9],
    'UTF-8 cut off' => [raw(0x01, "\xE2") . raw(0x80, "\x82"), 14],
];
foreach ($rows as $name => [$bytes, $needed]) {
    $bytes .= raw(0x81, 'never') . raw(0x89, 'never');
    $results = [];
    foreach ([0, 1, 2, 3, 7] as $step) {
        $results[told($bytes, $step)] = true;
    }
    if (count($results) !== 1) {
        echo 'differs: ', implode(' | ', array_keys($results)), "\n";
    }
    if (told(substr($bytes, 0, $needed)) !== key($results)) {
        echo 'late: ', told(substr($bytes, 0, $needed)), "\n";
    }
    if (told(substr($bytes, 0, $needed - 1), 1) !== '') {
        echo 'early: ', told(substr($bytes, 0, $needed - 1), 1), "\n";
    }
    echo $name, ': ', key($results), "\n";
}

echo "-- codes that may be sent\n";
foreach ([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4999] as $code) {
    echo told(raw(0x88, pack('n', $code) . 'é')), "\n";
}
echo "-- what came before is told\n";
echo told(raw(0x81, 'first') . raw(0x89, 'second') . raw(0x83, 'third')), "\n";
?>
--EXPECT--
RSV1: close(1002 Ratchet detected an invalid reserve code)
RSV2: close(1002 Ratchet detected an invalid reserve code)
RSV3: close(1002 Ratchet detected an invalid reserve code)
RSV1 of a ping: close(1002 Ratchet detected an invalid reserve code)
unmasked: close(1002 Ratchet detected an incorrect frame mask)
opcode 3: close(1002 Ratchet detected an invalid OP code)
opcode 7: close(1002 Ratchet detected an invalid OP code)
opcode 11: close(1002 Ratchet detected an invalid OP code)
opcode 15: close(1002 Ratchet detected an invalid OP code)
ping of 126: close(1002 Ratchet detected a mismatch between final bit and indicated payload length)
fragmented ping: close(1002 Ratchet detected a mismatch between final bit and indicated payload length)
fragmented close: close(1002 Ratchet detected a mismatch between final bit and indicated payload length)
orphan: close(1002 Ratchet detected the first frame of a message was a continue)
text within a message: close(1002 Ratchet detected invalid OP code when expecting continue frame)
binary within a message: close(1002 Ratchet detected invalid OP code when expecting continue frame)
opcode 5 within a message: close(1002 Ratchet detected an invalid OP code)
length not minimal, 16 bit: close(1002 Invalid frame length)
length not minimal, 64 bit: close(1002 Invalid frame length)
length with its top bit: close(1002 Invalid frame length)
close of one byte: close(1002 Ratchet detected an invalid close code)
close of one "0": close(1002 Ratchet detected an invalid close code)
close 999: close(1002 Ratchet detected an invalid close code)
close 1004: close(1002 Ratchet detected an invalid close code)
close 1005: close(1002 Ratchet detected an invalid close code)
close 1006: close(1002 Ratchet detected an invalid close code)
close 1015: close(1002 Ratchet detected an invalid close code)
close 2999: close(1002 Ratchet detected an invalid close code)
close 5000: close(1002 Ratchet detected an invalid close code)
close 65535: close(1002 Ratchet detected an invalid close code)
close reason: close(1007 Ratchet detected an invalid UTF-8 payload in the close reason)
close reason cut off: close(1007 Ratchet detected an invalid UTF-8 payload in the close reason)
UTF-8: close(1007 Ratchet detected an invalid UTF-8 payload)
UTF-8, surrogate: close(1007 Ratchet detected an invalid UTF-8 payload)
UTF-8 in a fragment: close(1007 Ratchet detected an invalid UTF-8 payload)
UTF-8 cut off: close(1007 Ratchet detected an invalid UTF-8 payload)
-- codes that may be sent
close(1000 é)
close(1001 é)
close(1002 é)
close(1003 é)
close(1007 é)
close(1008 é)
close(1009 é)
close(1010 é)
close(1011 é)
close(1012 é)
close(1013 é)
close(1014 é)
close(3000 é)
close(4999 é)
-- what came before is told
text(first) ping(second) close(1002 Ratchet detected an invalid OP code)
