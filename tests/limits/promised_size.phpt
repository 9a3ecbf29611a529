--TEST--
Limits: a header that promises much reserves little
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_zend_alloc(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->send((string) memory_get_usage()); }
    });
    PHP);
$asking = WsClient::connect($server->port);
$before = (int) $asking->text('?')->readMessage();
$clients = [];
for ($i = 0; $i < 100; $i++) {
    $clients[] = WsClient::connect($server->port)->send(WsClient::TEXT, 'x', ['length' => 32 << 20]);
}
$after = (int) $asking->text('?')->readMessage();
echo $after - $before < 100 * (80 << 10) ? 'little' : $after - $before, "\n";
/* All of it is given back. */
foreach ($clients as $client) {
    $client->disconnect();
}
for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end; usleep(1000)) {
    $left = (int) $asking->text('?')->readMessage() - $before;
    if ($left < 100 << 10) {
        break;
    }
}
echo $left < 100 << 10 ? 'given back' : $left, "\n";
?>
--EXPECT--
little
given back
