--TEST--
Close: onClose comes from the loop when the Close has left, never from inside close() or send()
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            echo "onMessage in\n";
            $conn->close();
            $conn->send('x');
            echo "onMessage out\n";
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }, ['options' => ['close_timeout' => 0]]);
    PHP);
$client = WsClient::connect($server->port)->text('go');
/* Without our answer: onClose waits for the Close to leave, not for the peer's. */
$server->waitOut("onClose\n");
$client->expectClose(1000);
$client->close()->expectEof();
$last = WsClient::connect($server->port);
echo $server->out();
?>
--EXPECT--
onMessage in
onMessage out
onClose
