--TEST--
Limits: max_receive_bytes: unfinished messages of many clients do not take the server's memory
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            $from->send(intdiv(memory_get_peak_usage(), 1 << 20));
        }
    }, ['options' => ['max_receive_bytes' => 8 << 20]]);
    PHP);
$clients = [];
for ($i = 0; $i < 60; $i++) {
    $clients[] = $client = WsClient::connect($server->port);
    /* 1 MiB of 2, which the server is then ready to take */
    try {
        $client->send(WsClient::BINARY, str_repeat('x', 1 << 20), ['length' => 2 << 20]);
    } catch (WsClientException) {
        /* refused while it was writing */
    }
}
$peak = (int) WsClient::connect($server->port)->text('how much?')->readMessage();
echo $peak <= 14 ? 'bounded' : "$peak MiB", "\n";
$refused = 0;
foreach ($clients as $client) {
    try {
        $client->write(str_repeat('x', 1 << 20)); /* the rest */
        $refused += $client->read()->opcode === WsClient::CLOSE;
    } catch (WsClientException) {
        $refused++;
    }
}
echo $refused >= 50 && $refused < 60 ? 'most refused' : $refused, "\n";
?>
--EXPECT--
bounded
most refused
