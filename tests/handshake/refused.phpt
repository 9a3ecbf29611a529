--TEST--
Handshake: each reason to refuse has its status line and headers, and then the connection ends
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) { echo "onOpen\n"; }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    });
    PHP);
$good = WsClient::upgradeHead();
$requests = [
    'method' => str_replace('GET', 'POST', $good),
    'method in lower case' => str_replace('GET', 'get', $good),
    'HTTP/1.0' => str_replace('HTTP/1.1', 'HTTP/1.0', $good),
    'HTTP/2.0' => str_replace('HTTP/1.1', 'HTTP/2.0', $good),
    'no Host' => WsClient::upgradeHead(['Host' => null]),
    'no Upgrade' => WsClient::upgradeHead(['Upgrade' => null]),
    'Upgrade to something else' => WsClient::upgradeHead(['Upgrade' => 'h2c']),
    'no Connection' => WsClient::upgradeHead(['Connection' => null]),
    'Connection without upgrade' => WsClient::upgradeHead(['Connection' => 'keep-alive']),
    'no key' => WsClient::upgradeHead(['Sec-WebSocket-Key' => null]),
    'two keys' => WsClient::upgradeHead(['Sec-WebSocket-Key' => array_fill(0, 2, base64_encode(str_repeat('x', 16)))]),
    'key of 15 bytes' => WsClient::upgradeHead(['Sec-WebSocket-Key' => base64_encode(str_repeat('x', 15))]),
    'key of 17 bytes' => WsClient::upgradeHead(['Sec-WebSocket-Key' => base64_encode(str_repeat('x', 17))]),
    'key that is not base64' => WsClient::upgradeHead(['Sec-WebSocket-Key' => '????????????????????????']),
    'no version' => WsClient::upgradeHead(['Sec-WebSocket-Version' => null]),
    'version 8' => WsClient::upgradeHead(['Sec-WebSocket-Version' => '8']),
    'version list' => WsClient::upgradeHead(['Sec-WebSocket-Version' => '13, 8']),
    'sub-protocol' => WsClient::upgradeHead(['Sec-WebSocket-Protocol' => 'chat']),
];
foreach ($requests as $name => $request) {
    echo "--- $name\n";
    $client = new WsClient($server->port);
    echo strtr($client->request($request)->raw, ["\r\n" => "\n"]);
    $client->expectEof();
    echo $client->reset ? "reset\n" : '';
}
echo "--- seen by the application\n";
WsClient::connect($server->port)->text('x')->expectText('x')->close()->expectClose(1000)->expectEof();
echo $server->waitOut('onClose');
?>
--EXPECT--
--- method
HTTP/1.1 405 Method Not Allowed
Allow: GET
X-Powered-By: Ratchet/0.4.4

--- method in lower case
HTTP/1.1 405 Method Not Allowed
Allow: GET
X-Powered-By: Ratchet/0.4.4

--- HTTP/1.0
HTTP/1.1 505 HTTP Version not supported
X-Powered-By: Ratchet/0.4.4

--- HTTP/2.0
HTTP/1.1 505 HTTP Version not supported
X-Powered-By: Ratchet/0.4.4

--- no Host
HTTP/1.1 400 Bad Request
X-Powered-By: Ratchet/0.4.4

--- no Upgrade
HTTP/1.1 426 Upgrade header MUST be provided
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- Upgrade to something else
HTTP/1.1 426 Upgrade header MUST be provided
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- no Connection
HTTP/1.1 400 Connection Upgrade MUST be requested
X-Powered-By: Ratchet/0.4.4

--- Connection without upgrade
HTTP/1.1 400 Connection Upgrade MUST be requested
X-Powered-By: Ratchet/0.4.4

--- no key
HTTP/1.1 400 Invalid Sec-WebSocket-Key
X-Powered-By: Ratchet/0.4.4

--- two keys
HTTP/1.1 400 Invalid Sec-WebSocket-Key
X-Powered-By: Ratchet/0.4.4

--- key of 15 bytes
HTTP/1.1 400 Invalid Sec-WebSocket-Key
X-Powered-By: Ratchet/0.4.4

--- key of 17 bytes
HTTP/1.1 400 Invalid Sec-WebSocket-Key
X-Powered-By: Ratchet/0.4.4

--- key that is not base64
HTTP/1.1 400 Invalid Sec-WebSocket-Key
X-Powered-By: Ratchet/0.4.4

--- no version
HTTP/1.1 426 Upgrade Required
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- version 8
HTTP/1.1 426 Upgrade Required
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- version list
HTTP/1.1 426 Upgrade Required
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- sub-protocol
HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
X-Powered-By: Ratchet/0.4.4

--- seen by the application
onOpen
onClose
