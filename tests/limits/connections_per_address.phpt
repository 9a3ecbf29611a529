--TEST--
Limits: max_connections_per_address: more are answered with 503, and the application never sees them
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) { echo "onOpen\n"; }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }, ['options' => ['max_connections_per_address' => 2]]);
    PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$c = new WsClient($server->port);
echo $c->request(WsClient::upgradeHead())->line, "\n";
$c->expectEof();
echo $c->reset ? "reset\n" : '';
$a->text('a')->expectText('a')->close()->expectClose(1000)->expectEof();
$server->waitOut('onClose');
unset($c);
do { /* until the server has seen that both are gone */
    $d = new WsClient($server->port);
    $status = $d->request(WsClient::upgradeHead())->status;
} while ($status === 503);
echo $status, ' ', substr_count($server->out(), 'onOpen'), ' ', substr_count($server->err(), 'max_connections_per_address'), "\n";
?>
--EXPECT--
HTTP/1.1 503 Service Unavailable
101 3 1
