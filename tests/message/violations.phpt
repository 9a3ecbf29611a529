--TEST--
Message: each violation of the framing has its close code and Ratchet's words, then the connection ends
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) { echo "onMessage($msg)\n"; }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    });
    PHP);
$frame = WsClient::frame(...);
$open = $frame(WsClient::TEXT, 'half', ['fin' => false]);
$cases = [
    'RSV1' => $frame(WsClient::TEXT, 'x', ['rsv' => 4]),
    'RSV2' => $frame(WsClient::TEXT, 'x', ['rsv' => 2]),
    'RSV3' => $frame(WsClient::BINARY, 'x', ['rsv' => 1]),
    'RSV1 on a control frame' => $frame(WsClient::PING, 'x', ['rsv' => 4]),
    'RSV1 on a continuation' => $open . $frame(WsClient::CONTINUATION, 'x', ['rsv' => 4]),
    'no mask' => $frame(WsClient::TEXT, 'x', ['mask' => false]),
    'no mask, no payload' => $frame(WsClient::TEXT, '', ['mask' => false]),
    'ping without mask' => $frame(WsClient::PING, 'x', ['mask' => false]),
    'close without mask' => $frame(WsClient::CLOSE, WsClient::closePayload(1000), ['mask' => false]),
    'opcode 3' => $frame(3, 'x'),
    'opcode 7' => $frame(7, 'x'),
    'opcode 11' => $frame(11, 'x'),
    'opcode 15' => $frame(15, ''),
    'opcode 3 between fragments' => $open . $frame(3, 'x'),
    'ping without FIN' => $frame(WsClient::PING, 'x', ['fin' => false]),
    'close without FIN' => $frame(WsClient::CLOSE, WsClient::closePayload(1000), ['fin' => false]),
    'ping of 126 bytes' => $frame(WsClient::PING, str_repeat('x', 126)),
    'close of 126 bytes' => $frame(WsClient::CLOSE, WsClient::closePayload(1000, str_repeat('x', 124))),
    'ping in the 64 bit form' => $frame(WsClient::PING, 'x', ['form' => WsClient::LENGTH_64]),
    'continuation at first' => $frame(WsClient::CONTINUATION, 'x'),
    'continuation at first, no FIN' => $frame(WsClient::CONTINUATION, 'x', ['fin' => false]),
    'continuation after a whole message' => $frame(WsClient::TEXT, 'whole') . $frame(WsClient::CONTINUATION, 'x'),
    'text between fragments' => $open . $frame(WsClient::TEXT, 'x'),
    'binary between fragments' => $open . $frame(WsClient::BINARY, 'x', ['fin' => false]),
    '16 bit length of 125' => $frame(WsClient::TEXT, str_repeat('x', 125), ['form' => WsClient::LENGTH_16]),
    '64 bit length of 65535' => $frame(WsClient::TEXT, str_repeat('x', 65535), ['form' => WsClient::LENGTH_64]),
    'bit 63' => $frame(WsClient::BINARY, 'x', ['length' => PHP_INT_MIN]),
    'all bits' => $frame(WsClient::BINARY, 'x', ['length' => -1]),
    'too big' => $frame(WsClient::BINARY, 'x', ['length' => (32 << 20) + 1]),
    'much too big' => $frame(WsClient::BINARY, 'x', ['length' => PHP_INT_MAX]),
];
foreach ($cases as $name => $bytes) {
    foreach ([0, 1] as $piece) {
        $client = WsClient::connect($server->port);
        try {
            $client->write(substr($bytes, 0, 300), $piece); /* byte by byte it may be over before the last */
        } catch (WsClientException) {
        }
        $close = $client->read();
        $client->expectEof();
        $texts[$piece] = substr($close, 6);
    }
    echo "$name: {$texts[0]}\n", $texts[1] === $texts[0] ? '' : "    byte by byte: {$texts[1]}\n";
}
$last = WsClient::connect($server->port); /* when it is answered, all onClose() calls are through */
echo str_replace("onClose\n", '', $server->out(), $closes);
echo $closes - 2 * count($cases), "\n";
?>
--EXPECT--
RSV1: 1002 "Ratchet detected an invalid reserve code"
RSV2: 1002 "Ratchet detected an invalid reserve code"
RSV3: 1002 "Ratchet detected an invalid reserve code"
RSV1 on a control frame: 1002 "Ratchet detected an invalid reserve code"
RSV1 on a continuation: 1002 "Ratchet detected an invalid reserve code"
no mask: 1002 "Ratchet detected an incorrect frame mask"
no mask, no payload: 1002 "Ratchet detected an incorrect frame mask"
ping without mask: 1002 "Ratchet detected an incorrect frame mask"
close without mask: 1002 "Ratchet detected an incorrect frame mask"
opcode 3: 1002 "Ratchet detected an invalid OP code"
opcode 7: 1002 "Ratchet detected an invalid OP code"
opcode 11: 1002 "Ratchet detected an invalid OP code"
opcode 15: 1002 "Ratchet detected an invalid OP code"
opcode 3 between fragments: 1002 "Ratchet detected an invalid OP code"
ping without FIN: 1002 "Ratchet detected a mismatch between final bit and indicated payload length"
close without FIN: 1002 "Ratchet detected a mismatch between final bit and indicated payload length"
ping of 126 bytes: 1002 "Ratchet detected a mismatch between final bit and indicated payload length"
close of 126 bytes: 1002 "Ratchet detected a mismatch between final bit and indicated payload length"
ping in the 64 bit form: 1002 "Ratchet detected a mismatch between final bit and indicated payload length"
continuation at first: 1002 "Ratchet detected the first frame of a message was a continue"
continuation at first, no FIN: 1002 "Ratchet detected the first frame of a message was a continue"
continuation after a whole message: 1002 "Ratchet detected the first frame of a message was a continue"
text between fragments: 1002 "Ratchet detected invalid OP code when expecting continue frame"
binary between fragments: 1002 "Ratchet detected invalid OP code when expecting continue frame"
16 bit length of 125: 1002 "Invalid frame length"
64 bit length of 65535: 1002 "Invalid frame length"
bit 63: 1002 "Invalid frame length"
all bits: 1002 "Invalid frame length"
too big: 1009 "Maximum frame size exceeded"
much too big: 1009 "Maximum frame size exceeded"
onMessage(whole)
onMessage(whole)
0
