--TEST--
Handshake: bytes behind the head in the same write are frames
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$text = fn(string $payload) => WsClient::frame(WsClient::TEXT, $payload);

$client = new WsClient($server->port);
$client->upgrade([], '/', $text('first') . $text('second') . WsClient::frame(WsClient::PING, 'p'));
$client->expectText('first')->expectText('second')->expectPong('p');

/* Half a frame */
$client = new WsClient($server->port);
$frame = $text('in two pieces');
$client->upgrade([], '/', substr($frame, 0, 7));
$client->write(substr($frame, 7))->expectText('in two pieces');

/* More than the limit of a head, which does not count them */
$client = new WsClient($server->port);
$large = str_repeat('0123456789abcdef', 6000);
$client->upgrade([], '/', $text($large));
$client->expectText($large);

/* A Close at once */
$client = new WsClient($server->port);
$client->upgrade([], '/', WsClient::frame(WsClient::CLOSE, WsClient::closePayload(1000, 'bye')));
$client->expectClose(1000, 'bye')->expectEof();
echo "done\n";
?>
--EXPECT--
done
