--TEST--
Limits: ping_interval and pong_timeout: silence is answered with a ping, and that with nothing by the end
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo "onClose $conn->resourceId, closing: ", json_encode($conn->WebSocket->closing), "\n";
        }
    }
    PHP;
$servers = [
    TestServer::code("$code serve(new App, ['options' => ['ping_interval' => 1, 'pong_timeout' => 1]]);"),
    TestServer::code("$code serve(new App);", ['ini' => ['wschat.ping_interval' => 1, 'wschat.pong_timeout' => 1]]),
];
foreach ($servers as $server) {
    $dead = WsClient::connect($server->port); /* answers nothing */
    $alive = WsClient::connect($server->port);
    for ($i = 0; $i < 4; $i++) { /* longer than the other lives */
        $frame = $alive->readFrame('a ping');
        if ($frame->opcode !== WsClient::PING) {
            echo "expected a ping, got $frame\n";
        }
        $i % 2 ? $alive->pong($frame->payload) : $alive->text('any byte will do');
        $i % 2 ?: $alive->expectText('any byte will do');
    }
    $server->waitOut('onClose 1, closing: false');
    echo $dead->readFrame(), "\n";
    $dead->expectEof();
    $alive->text('still here')->expectText('still here');
    echo $server->out(), $server->err();
}
?>
--EXPECT--
ping ""
onClose 1, closing: false
ping ""
onClose 1, closing: false
