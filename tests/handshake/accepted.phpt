--TEST--
Handshake: the bytes of the 101, header for header
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port, ['Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==']);
echo strtr($client->head->raw, ["\r\n" => "\\r\\n\n"]);

/* Offers that are not taken are not answered. */
$client = WsClient::connect($server->port, [
    'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Extensions' => 'permessage-deflate; client_max_window_bits',
    'Origin' => 'http://example.org',
    'Cookie' => 'a=b',
]);
echo strtr($client->head->raw, ["\r\n" => "\\r\\n\n"]);

$client->text('hello')->expectText('hello');
echo "done\n";
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols\r\n
Upgrade: websocket\r\n
Connection: Upgrade\r\n
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n
X-Powered-By: Ratchet/0.4.4\r\n
\r\n
HTTP/1.1 101 Switching Protocols\r\n
Upgrade: websocket\r\n
Connection: Upgrade\r\n
Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n
X-Powered-By: Ratchet/0.4.4\r\n
\r\n
done
