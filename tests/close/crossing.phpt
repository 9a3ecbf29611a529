--TEST--
Close: two Closes that cross each other make one handshake
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->close(4000); }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }, ['options' => ['close_timeout' => 0]]);
    PHP);
$client = WsClient::connect($server->port);
$client->write(WsClient::frame(WsClient::TEXT, 'go') . WsClient::frame(WsClient::CLOSE, WsClient::closePayload(1001)));
$client->expectClose(4000, '')->expectEof();
$last = WsClient::connect($server->port);
echo $server->out();
?>
--EXPECT--
onClose
