--TEST--
Connection: resourceId only grows, also when descriptors are used again
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->send((string) $conn->resourceId); }
    });
    PHP);
$last = 0;
for ($i = 0; $i < 20; $i++) {
    $client = WsClient::connect($server->port);
    $id = (int) $client->text('?')->readMessage();
    echo $id > $last ? '' : "$id after $last\n";
    $last = $id;
    $client->close(1000)->expectClose(1000)->expectEof();
}
echo "done\n";
?>
--EXPECT--
done
