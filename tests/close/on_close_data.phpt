--TEST--
Close: in onClose and after it the connection's properties can still be read
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private $kept;
        function onOpen(Ratchet\ConnectionInterface $conn) {
            $conn->name = "client $conn->resourceId";
            $this->kept ??= $conn;
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $this->show($this->kept); $conn->send('ok'); }
        function onClose(Ratchet\ConnectionInterface $conn) { $this->show($conn); }
        private function show($conn) {
            echo json_encode([$conn->resourceId, $conn->remoteAddress, $conn->name, $conn->WebSocket->closing]), "\n";
        }
    });
    PHP);
WsClient::connect($server->port)->close(1000)->expectClose(1000)->expectEof();
$client = WsClient::connect($server->port);
$client->text('and now?')->expectText('ok');
$client->disconnect();
$server->waitOut('client 2');
echo $server->out();
?>
--EXPECT--
[1,"127.0.0.1","client 1",true]
[1,"127.0.0.1","client 1",true]
[2,"127.0.0.1","client 2",false]
