--TEST--
Close: closing all clients in a foreach over the SplObjectStorage that onClose detaches from
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private $clients;
        function __construct() { $this->clients = new SplObjectStorage; }
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients->offsetSet($conn); }
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            foreach ($this->clients as $client) {
                $client->close(4000);
            }
            echo count($this->clients), " are here\n";
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            $this->clients->offsetUnset($conn);
            echo count($this->clients), " are left\n";
        }
    });
    PHP);
$clients = [];
for ($i = 0; $i < 5; $i++) {
    $clients[] = WsClient::connect($server->port);
}
$clients[2]->text('all out');
foreach ($clients as $client) {
    $client->expectClose(4000, '')->close(4000)->expectEof();
}
$server->waitOut("0 are left\n");
echo $server->out();
?>
--EXPECT--
5 are here
4 are left
3 are left
2 are left
1 are left
0 are left
