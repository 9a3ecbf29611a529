--TEST--
Limits: idle_timeout closes with 1001 who sends and is sent no message; Pings and Pongs are none
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo json_encode([$conn->closeCode, $conn->closeReason, $conn->closeInitiator]), "\n";
        }
    }
    serve(new App, ['options' => ['idle_timeout' => 1, 'ping_interval' => 0]]);
    PHP);

/* It says nothing at all; it has said something; it sends a Ping and gets a Pong. */
$silent = WsClient::connect($server->port);
$spoke = WsClient::connect($server->port);
$spoke->text('a')->expectText('a');
$pings = WsClient::connect($server->port);
$pings->send(WsClient::PING, 'p');
$pings->expect(WsClient::PONG, 'p');
foreach ([$silent, $spoke, $pings] as $client) {
    $client->expectClose(1001, 'Connection idle')->close(1001)->expectEof();
}
$server->waitOut('~(server.*){3}~s');
echo $server->out(), $server->err();
?>
--EXPECT--
[1001,"Connection idle","server"]
[1001,"Connection idle","server"]
[1001,"Connection idle","server"]
