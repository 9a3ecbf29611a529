--TEST--
Message: text and binary come back whole in every form of length
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class implements Ratchet\WebSocket\MessageComponentInterface {
        function onOpen(Ratchet\ConnectionInterface $conn) {}
        function onMessage(Ratchet\ConnectionInterface $conn, Ratchet\RFC6455\Messaging\MessageInterface $msg) {
            $conn->send($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) {}
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    });
    PHP);
$client = WsClient::connect($server->port);
foreach ([0, 1, 2, 124, 125, 126, 127, 1999, 2000, 65535, 65536, 131072, 1 << 20, 16 << 20] as $size) {
    $text = substr(str_repeat("0123456789abcde\n", intdiv($size, 16) + 1), 0, $size);
    $binary = strrev($text) | str_repeat("\x80", $size);
    if ($client->text($text)->readMessage() !== $text) {
        echo "text of $size bytes is not the same\n";
    }
    $client->binary($binary);
    $frame = $client->read();
    if ($frame->opcode !== WsClient::BINARY || $frame->payload !== $binary) {
        echo "binary of $size bytes is not the same\n";
    }
}
echo $server->out(), "done\n";
?>
--EXPECT--
done
