--TEST--
Limits: ping_interval 0 never pings, and enableKeepAlive() takes over from the options
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$options = "'options' => ['ping_interval' => %s, 'pong_timeout' => 0.1, 'handshake_timeout' => 1]";
$never = TestServer::code('serve(new Ratchet\Server\EchoServer, [' . sprintf($options, 0) . ']);');
$ratchet = TestServer::code(<<<'PHP'
    $ws = new Ratchet\WebSocket\WsServer(new class extends Ratchet\Server\EchoServer {
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose $conn->resourceId\n"; }
    });
    PHP . "\nserve(\$ws, [" . sprintf($options, 1) . <<<'PHP'
    , 'before' => function ($server) use ($ws) {
        var_dump($ws->enableKeepAlive($server->loop, 0.3));
        foreach ([0, -1, 'x', [], NAN] as $bad) {
            try {
                $ws->enableKeepAlive($server->loop, $bad);
            } catch (ValueError $e) {
                echo $e->getMessage(), "\n";
            }
        }
    }]);
    PHP);

/* A client that never sends a request marks the time: two sweeps. */
$quiet = WsClient::connect($never->port);
(new WsClient($never->port))->readAll();
$quiet->expectNothing();

$good = WsClient::connect($ratchet->port);
$wrong = WsClient::connect($ratchet->port);
$talker = WsClient::connect($ratchet->port);
$payloads = [];
for ($i = 0; $i < 3; $i++) {
    $ping = $good->readFrame('a ping');
    $good->pong($ping->payload);
    $payloads[] = $ping->payload;
}
echo $ping->opcode === WsClient::PING && strlen($ping->payload) === 13 && count(array_unique($payloads)) === 3 ? '' : 'WRONG',
    "\n";
/* The wrong pong, and traffic without one, end with 1000. */
$wrong->autoPong = $talker->autoPong = false;
$wrong->readFrame();
$wrong->expectClose(1000, '')->close(1000)->expectEof();
$talker->readFrame();
$talker->expectClose(1000, '')->close(1000)->expectEof();
echo preg_replace('/\A.*?ready \d+\n/s', '', $ratchet->waitOut('onClose 3'));
echo preg_replace('/ready.*/s', '', file_get_contents("{$ratchet->folder}/stdout"));
?>
--EXPECTF--

onClose 2
onClose 3
NULL
Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be a number of seconds greater than 0, 0 given
Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be a number of seconds greater than 0, -1 given
Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be a number of seconds greater than 0, 0 given
Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be a number of seconds greater than 0, 0 given
Ratchet\WebSocket\WsServer::enableKeepAlive(): Argument #2 ($interval) must be a number of seconds greater than 0, NAN given
