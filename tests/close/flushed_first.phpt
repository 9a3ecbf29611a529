--TEST--
Close: what was sent before close() arrives, and onClose waits until the slow reader has taken it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'status') {
                $conn->send('ok');
                return;
            }
            for ($i = 0; $i < 12; $i++) {
                $conn->send(str_repeat(chr(97 + $i), 1 << 20));
            }
            $conn->close(4000);
            echo "closed\n";
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }, ['options' => ['close_timeout' => 0]]);
    PHP);
$other = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->text('go');
$server->waitOut("closed\n");
$other->text('status')->expectText('ok')->sync();
echo $server->out();
for ($i = 0; $i < 12; $i++) {
    $client->expectText(str_repeat(chr(97 + $i), 1 << 20));
}
$client->expectClose(4000);
echo $server->waitOut("onClose\n");
$client->close(4000)->expectEof();
?>
--EXPECT--
closed
closed
onClose
