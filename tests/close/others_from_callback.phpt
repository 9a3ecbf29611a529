--TEST--
Close: one connection closes another that has messages waiting in the same turn
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private array $clients = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[$conn->resourceId] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            if ($msg === 'wait') {
                echo "waiting\n";
                while (!file_exists('go')) {
                    usleep(1000);
                    clearstatcache();
                }
                return;
            }
            echo "onMessage from $from->resourceId\n";
            foreach ($this->clients as $id => $client) {
                if ($client !== $from) {
                    $client->close(4000);
                }
            }
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            unset($this->clients[$conn->resourceId]);
            echo "onClose $conn->resourceId\n";
        }
    });
    PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$c = WsClient::connect($server->port);
/* While the server is held, all three have something to say. */
$c->text('wait');
$server->waitOut('waiting');
foreach ([$a, $b, $c] as $client) {
    $client->text('the others out');
}
touch("{$server->folder}/go");
$server->waitOut('~onClose.*onClose~s');
$other = WsClient::connect($server->port);
preg_match_all('/onMessage from (\d)/', $server->out(), $from);
preg_match_all('/onClose (\d)/', $server->out(), $closed);
echo count($from[1]), ' ', count($closed[1]), ' ', in_array($from[1][0], $closed[1]) ? 'WRONG' : 'right', "\n";
?>
--EXPECT--
1 2 right
