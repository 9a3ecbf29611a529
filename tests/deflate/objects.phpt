--TEST--
Deflate: a Message of compressed frames is one frame of what was in it; what is sent as plain objects is compressed, other frames go as they are
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\RFC6455\Messaging\{Frame, MessageInterface};
    class App implements Ratchet\WebSocket\MessageComponentInterface {
        function onOpen(Ratchet\ConnectionInterface $conn) { }
        function onClose(Ratchet\ConnectionInterface $conn) { }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e, "\n"; }
        function onMessage(Ratchet\ConnectionInterface $conn, MessageInterface $msg) {
            echo count($msg), ' ', var_export($msg->isBinary(), true), ' ', $msg->getPayloadLength(), ' ',
                strlen($msg->getContents()), "\n";
            $conn->send($msg)->send(new Frame($msg->getPayload(), true, Frame::OP_BINARY));
            $conn->send(new Frame('part one, ', false, Frame::OP_TEXT))->send(new Frame('part two', true, Frame::OP_CONTINUE));
        }
    }
    serve(new App, ['options' => ['compression' => true, 'compression_threshold' => 0]]);
    PHP);
$client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => 'permessage-deflate']);
$bytes = substr(deflate_add(deflate_init(ZLIB_ENCODING_RAW), str_repeat('a', 300), ZLIB_SYNC_FLUSH), 0, -4);
$client->send(WsClient::TEXT, substr($bytes, 0, 3), ['rsv' => 4, 'fin' => false])
    ->send(WsClient::CONTINUATION, '', ['fin' => false])->send(WsClient::CONTINUATION, substr($bytes, 3));
for ($i = 0; $i < 4; $i++) {
    $frame = $client->readFrame();
    $text = $frame->rsv ? inflate_add(inflate_init(ZLIB_ENCODING_RAW), "$frame->payload\x00\x00\xff\xff") : $frame->payload;
    echo $frame->opcode, ' ', $frame->rsv, ' ', strlen($text) > 30 ? strlen($text) : $text, "\n";
}
echo $server->out();
?>
--EXPECT--
1 4 300
2 4 300
1 0 part one, 
0 0 part two
1 false 300 304
