--TEST--
Limits: max_queued_bytes: who asks and never reads the answers is dropped as well
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new Ratchet\Server\EchoServer, ['options' => ['max_queued_bytes' => 100000, 'max_control_frames' => 0]]);
    PHP);
foreach ([
    'pings' => WsClient::frame(WsClient::PING, str_repeat('p', 125)),
    'messages' => WsClient::frame(WsClient::TEXT, str_repeat('t', 1000)),
] as $name => $frame) {
    $client = WsClient::connect($server->port);
    $client->readWhileWriting = false;
    try {
        for ($written = 0; $written < 1 << 30; $written += 1 << 20) {
            $client->write(str_repeat($frame, intdiv(1 << 20, strlen($frame))));
        }
        echo "$name: never dropped\n";
    } catch (WsClientException) {
        echo "$name: dropped\n";
    }
}
WsClient::connect($server->port)->text('still here')->expectText('still here');
echo substr_count($server->err(), "\n"), ' ', substr_count($server->err(), 'does not read'), "\n";
?>
--EXPECT--
pings: dropped
messages: dropped
2 2
