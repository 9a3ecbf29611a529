--TEST--
Handshake: who sends no complete request is never seen by the application
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) { echo "onOpen\n"; }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError\n"; }
    });
    PHP);
$silent = new WsClient($server->port);
$half = new WsClient($server->port);
$half->write(substr(WsClient::upgradeHead(), 0, 60));
$gone = new WsClient($server->port);
$gone->write(substr(WsClient::upgradeHead(), 0, 60))->shutdown()->expectEof();
$silent->shutdown()->expectEof();
$half->disconnect();
WsClient::connect($server->port)->text('hello')->expectText('hello')->close()->expectClose(1000)->expectEof();
$server->waitOut('onClose');
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
onOpen
onClose
