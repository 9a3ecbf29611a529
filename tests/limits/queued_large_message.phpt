--TEST--
Limits: max_queued_bytes: a send is admitted while the queue is below it, so one large message may pass
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->send(str_repeat('x', 24 << 20));
            $conn->close();
        }
    }, ['options' => ['max_queued_bytes' => 1000, 'close_timeout' => 0]]);
    PHP);
$client = WsClient::connect($server->port)->text('go');
var_dump($client->readMessage() === str_repeat('x', 24 << 20));
$client->expectClose(1000)->close(1000)->expectEof();
echo $server->err();
?>
--EXPECT--
bool(true)
