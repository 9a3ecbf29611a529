--TEST--
Limits: max_message_size: a larger frame or message is refused with 1009 at its header
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$servers = [
    TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['max_message_size' => 1000]]);"),
    TestServer::code('serve(new Ratchet\Server\EchoServer);', ['ini' => ['wschat.max_message_size' => 1000]]),
];
foreach ($servers as $server) {
    $connect = fn() => WsClient::connect($server->port);
    $connect()->text(str_repeat('x', 1000))->expectText(str_repeat('x', 1000))
        ->fragments(WsClient::TEXT, str_repeat('y', 999), 'z', '')->expectText(str_repeat('y', 999) . 'z')
        ->ping('unlimited')->expectPong('unlimited');
    /* No byte of the payload has been sent when the answer comes. */
    $connect()->send(WsClient::TEXT, '', ['length' => 1001])
        ->expectClose(1009, 'Maximum frame size exceeded')->expectEof();
    $connect()->send(WsClient::BINARY, '', ['length' => 1 << 40])
        ->expectClose(1009, 'Maximum frame size exceeded')->expectEof();
    $connect()->send(WsClient::TEXT, str_repeat('x', 600), ['fin' => false])
        ->send(WsClient::CONTINUATION, '', ['length' => 401])
        ->expectClose(1009, 'Maximum message size exceeded')->expectEof();
    /* The limit is a message's, not the connection's. */
    $client = $connect();
    for ($i = 0; $i < 5; $i++) {
        $client->text(str_repeat('x', 900))->expectText(str_repeat('x', 900));
    }
}
echo "done\n";
?>
--EXPECT--
done
