--TEST--
Limits: a message that memory_limit has no room for is refused with 1009, and the server lives
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_zend_alloc(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);', ['ini' => ['memory_limit' => '16M']]);
foreach ([1, 2, 3] as $i) {
    $client = WsClient::connect($server->port);
    $client->send(WsClient::BINARY, str_repeat('x', 1 << 20), ['length' => 30 << 20]);
    $client->expectClose(1009, 'Maximum message size exceeded')->expectEof();
    /* The same in fragments, whose sum nobody announces */
    $client = WsClient::connect($server->port);
    try {
        $client->send(WsClient::BINARY, str_repeat('x', 1 << 20), ['fin' => false]);
        for ($n = 0; $n < 30; $n++) {
            $client->send(WsClient::CONTINUATION, str_repeat('x', 1 << 20), ['fin' => false]);
        }
    } catch (WsClientException) { /* it was cut off already */
    }
    $client->expectClose(1009, 'Maximum message size exceeded')->expectEof();
    WsClient::connect($server->port)->text(str_repeat('y', 1 << 20))->expectText(str_repeat('y', 1 << 20));
}
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
