--TEST--
Handshake: what comes behind a refused head is read off, so that no reset eats the answer
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = new WsClient($server->port);
$client->write(WsClient::upgradeHead(['Sec-WebSocket-Version' => '8']) . str_repeat('x', 1 << 20));
$client->write(str_repeat('y', 1 << 20)); /* by now the answer and our FIN are out */
echo $client->readHead()->line, "\n";
$client->expectEof();
echo $client->reset ? 'reset' : 'closed', "\n";

/* A second request behind a refused one gets no answer. */
$client = new WsClient($server->port);
$client->write(WsClient::upgradeHead(['Upgrade' => null]) . WsClient::upgradeHead());
echo $client->readHead()->line, "\n";
$client->expectEof();
WsClient::connect($server->port)->text('still here')->expectText('still here');
echo "done\n";
?>
--EXPECT--
HTTP/1.1 426 Upgrade Required
closed
HTTP/1.1 426 Upgrade header MUST be provided
done
