--TEST--
Limits: max_total_queued_bytes: the longest queue goes first, one line in the log for each
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private array $clients = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[$conn->resourceId] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg !== 'flood') {
                $conn->send($msg);
                return;
            }
            /* 1 gets most; the kernel takes some of each */
            $chunk = str_repeat('x', 1 << 20);
            foreach ([1 => 60, 2 => 40, 3 => 30] as $id => $megabytes) {
                for ($i = 0; $i < $megabytes; $i++) {
                    $this->clients[$id]->send($chunk);
                }
            }
            echo "sent\n";
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose $conn->resourceId\n"; }
    }
    PHP;
$servers = [
    TestServer::code("$code serve(new App, ['options' => ['max_total_queued_bytes' => 80 << 20, 'max_queued_bytes' => 1 << 30]]);"),
    TestServer::code("$code serve(new App);", ['ini' => ['wschat.max_total_queued_bytes' => '80M', 'wschat.max_queued_bytes' => '1G']]),
];
foreach ($servers as $server) {
    $clients = [];
    for ($i = 1; $i <= 4; $i++) {
        $clients[$i] = WsClient::connect($server->port);
    }
    $clients[4]->text('flood');
    $server->waitOut("~sent\n.*onClose~s");
    $clients[4]->text('still here')->expectText('still here');
    $clients[1]->readAll();
    var_dump($clients[1]->reset);
    foreach ([2 => 40, 3 => 30] as $id => $megabytes) {
        for ($i = 0; $i < $megabytes; $i++) {
            $clients[$id]->expectText(str_repeat('x', 1 << 20));
        }
    }
    echo $server->out(), $server->err();
}
?>
--EXPECTREGEX--
bool\(true\)
sent
onClose 1
wschat: connection 1 dropped: the queues of all connections hold \d+ bytes, its own is the longest \(max_total_queued_bytes 83886080\)
bool\(true\)
sent
onClose 1
wschat: connection 1 dropped: the queues of all connections hold \d+ bytes, its own is the longest \(max_total_queued_bytes 83886080\)
