--TEST--
Limits: max_fragments: a message of more fragments is refused with 1008
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$servers = [
    TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['max_fragments' => 4]]);"),
    TestServer::code('serve(new Ratchet\Server\EchoServer);', ['ini' => ['wschat.max_fragments' => 4]]),
];
foreach ($servers as $server) {
    $client = WsClient::connect($server->port);
    $client->fragments(WsClient::TEXT, 'a', 'b', '', 'd')->expectText('abd');
    $client->fragments(WsClient::TEXT, 'a', 'b', 'c', 'd')->expectText('abcd');
    $client->send(WsClient::TEXT, '', ['fin' => false]);
    for ($i = 0; $i < 4; $i++) {
        $client->send(WsClient::CONTINUATION, '', ['fin' => false]);
    }
    $client->expectClose(1008, 'Maximum number of fragments exceeded')->expectEof();
}
echo "done\n";
?>
--EXPECT--
done
