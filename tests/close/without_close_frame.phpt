--TEST--
Close: a FIN or a reset without a Close is onClose, once, and no onError; nothing is sent back
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { echo "onMessage($msg)\n"; $conn->send($msg); }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo "onClose($conn->resourceId), closing: ", json_encode($conn->WebSocket->closing), "\n";
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError\n"; }
    });
    PHP);
/* FIN */
WsClient::connect($server->port)->shutdown()->expectEof();
$server->waitOut('onClose(1)');
/* A message and the FIN at once: it is answered. */
WsClient::connect($server->port)->text('last')->shutdown()->expectText('last')->expectEof();
$server->waitOut('onClose(2)');
/* In the middle of a frame */
WsClient::connect($server->port)->send(WsClient::TEXT, 'half', ['length' => 100])->shutdown()->expectEof();
$server->waitOut('onClose(3)');
/* A reset: closed with bytes unread */
$client = WsClient::connect($server->port)->text('unread');
$server->waitOut('onMessage(unread)');
$read = [$client->stream];
$none = null;
stream_select($read, $none, $none, 10);
$client->disconnect();
$server->waitOut('onClose(4)');
$last = WsClient::connect($server->port)->text('hello')->expectText('hello');
echo $server->out(), $server->err();
?>
--EXPECT--
onClose(1), closing: false
onMessage(last)
onClose(2), closing: false
onClose(3), closing: false
onMessage(unread)
onClose(4), closing: false
onMessage(hello)
