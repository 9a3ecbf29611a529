--TEST--
Handshake: of the sub-protocols, the first of the client's that the application speaks
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer implements Ratchet\WebSocket\WsServerInterface {
        function getSubProtocols() { echo "asked\n"; return ['chat.v1', 'chat.v2']; }
    });
    PHP);
foreach (['chat.v1', 'chat.v2, chat.v1', 'x, ,chat.v2 ,chat.v1', ['x', 'chat.v1'], 'Chat.v1,chat.v2'] as $offer) {
    $client = WsClient::connect($server->port, ['Sec-WebSocket-Protocol' => $offer]);
    echo json_encode($offer), ': ', explode("\r\n", $client->head->raw)[1], "\n";
    $client->text('hello')->expectText('hello');
}
/* Ratchet's order: none offered, none of ours offered, nearly ours */
foreach ([null, 'x', 'CHAT.V1', 'chat.v', ''] as $offer) {
    $client = new WsClient($server->port);
    $head = $client->request(WsClient::upgradeHead(['Sec-WebSocket-Protocol' => $offer]));
    $client->expectEof();
    echo json_encode($offer), ': ', $head->line, "\n";
}
echo strtr($head->raw, ["\r\n" => "\n"]), $server->out();
?>
--EXPECT--
"chat.v1": Sec-WebSocket-Protocol: chat.v1
"chat.v2, chat.v1": Sec-WebSocket-Protocol: chat.v2
"x, ,chat.v2 ,chat.v1": Sec-WebSocket-Protocol: chat.v2
["x","chat.v1"]: Sec-WebSocket-Protocol: chat.v1
"Chat.v1,chat.v2": Sec-WebSocket-Protocol: chat.v2
null: HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
"x": HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
"CHAT.V1": HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
"chat.v": HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
"": HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Protocol: chat.v1, chat.v2
X-Powered-By: Ratchet/0.4.4

