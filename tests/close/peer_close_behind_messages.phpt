--TEST--
Close: messages in front of the peer's Close are answered, what stands behind it is ignored
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) { echo "onMessage($msg)\n"; $from->send($msg); }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    });
    PHP);
$text = fn(string $payload) => WsClient::frame(WsClient::TEXT, $payload);
$close = WsClient::frame(WsClient::CLOSE, WsClient::closePayload(1000));
$client = WsClient::connect($server->port);
$client->write($text('a') . $text('b') . $close . $text('c') . $close);
$client->expectText('a')->expectText('b')->expectClose(1000, '')->expectEof();
echo $client->reset ? "reset\n" : '';

$client = WsClient::connect($server->port);
$client->close(1000)->text('later')->ping('later')->expectClose(1000)->expectEof();
echo $client->reset ? "reset\n" : '';
$last = WsClient::connect($server->port);
echo $server->out();
?>
--EXPECT--
onMessage(a)
onMessage(b)
onClose
onClose
