--TEST--
Limits: max_control_frames: a flood of Pings or Pongs is refused with 1008, the others are served
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['max_control_frames' => 50]]);");
$other = WsClient::connect($server->port);
foreach (['ping', 'pong'] as $name) {
    $client = WsClient::connect($server->port);
    $client->write(str_repeat(WsClient::frame($name === 'ping' ? WsClient::PING : WsClient::PONG, 'x'), 10000));
    for ($pongs = 0; ($frame = $client->readFrame())->opcode === WsClient::PONG; $pongs++) {
    }
    echo $name, ': ', $frame, ', ', $pongs <= 100 ? 'few' : $pongs, "\n"; /* a second may have begun in between */
    $client->expectEof();
}
$other->ping('still here')->expectPong('still here');
?>
--EXPECT--
ping: close 1008 "Too many control frames", few
pong: close 1008 "Too many control frames", few
