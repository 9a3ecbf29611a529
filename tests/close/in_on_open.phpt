--TEST--
Close: close() in onOpen: the 101, what was sent, the Close
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) {
            echo "onOpen\n";
            $conn->send('sorry');
            $conn->close(4000);
            echo "onOpen out\n";
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { echo "onMessage\n"; }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    });
    PHP);
$client = new WsClient($server->port);
$client->upgrade([], '/', WsClient::frame(WsClient::TEXT, 'too early'));
$client->expectText('sorry')->expectClose(4000, '')->close(4000)->expectEof();
$server->waitOut("onClose\n");
echo $server->out();
?>
--EXPECT--
onOpen
onOpen out
onClose
