--TEST--
Close: a peer that never answers our Close is cut off after close_timeout
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->close(4000); }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }, ['options' => ['close_timeout' => 1]]);
    PHP);
$client = WsClient::connect($server->port)->text('go')->expectClose(4000, '')->expectEof();
$server->waitOut('onClose');

/* Nor does it help to go on sending. */
$client = WsClient::connect($server->port)->text('go')->expectClose(4000, '');
try {
    for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end; usleep(10000)) {
        $client->ping('alive');
    }
    echo "still connected\n";
} catch (WsClientException) {
    echo "cut off\n";
}
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
cut off
0
onClose
onClose
