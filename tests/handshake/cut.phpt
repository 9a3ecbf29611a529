--TEST--
Handshake: a head may be cut anywhere, and what follows it is not lost
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$other = WsClient::connect($server->port);
$request = WsClient::upgradeHead() . WsClient::frame(WsClient::TEXT, 'behind the head');
for ($i = 1; $i < strlen($request); $i++) {
    $client = new WsClient($server->port);
    $client->write(substr($request, 0, $i));
    $other->sync(); /* so the server has read the first part */
    $client->write(substr($request, $i));
    if ($client->readHead()->status !== 101) {
        echo "$i: refused\n";
        continue;
    }
    $client->expectText('behind the head');
    $client->disconnect();
}
/* Byte by byte */
$client = new WsClient($server->port);
$client->write($request, 1);
echo $client->readHead()->line, "\n";
$client->expectText('behind the head');

/* A refusal does not depend on the cuts either. */
$request = WsClient::upgradeHead(['Sec-WebSocket-Key' => 'short']);
for ($i = 1; $i < strlen($request); $i += 7) {
    $client = new WsClient($server->port);
    $client->write(substr($request, 0, $i));
    $other->sync();
    if ($client->request(substr($request, $i))->line !== 'HTTP/1.1 400 Invalid Sec-WebSocket-Key') {
        echo "$i: wrong refusal\n";
    }
    $client->expectEof();
}
echo "done\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
done
