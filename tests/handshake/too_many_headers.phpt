--TEST--
Handshake: 100 header fields are accepted, 101 are answered with 431
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
foreach ([100, 101, 1000] as $count) {
    $more = $count - substr_count(WsClient::upgradeHead(), ': ');
    $client = new WsClient($server->port);
    $head = $client->request(WsClient::upgradeHead(['X-A' => array_fill(0, $more, 'b')]));
    echo "$count: ", strtr($head->raw, ["\r\n" => "\n"]);
    if ($head->status === 101) {
        $client->text('hello')->expectText('hello');
    } else {
        $client->expectEof();
    }
}
?>
--EXPECTF--
100: HTTP/1.1 101 Switching Protocols
Upgrade: websocket
Connection: Upgrade
Sec-WebSocket-Accept: %s
X-Powered-By: Ratchet/0.4.4

101: HTTP/1.1 431 Request Header Fields Too Large
X-Powered-By: Ratchet/0.4.4

1000: HTTP/1.1 431 Request Header Fields Too Large
X-Powered-By: Ratchet/0.4.4

