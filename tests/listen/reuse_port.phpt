--TEST--
Listen: with reuse_port two processes share a port, without it the second is refused
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_linux(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class Who extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->send((string) getmypid()); }
    }
    serve(new Who, ['address' => $argv[1], 'options' => ['reuse_port' => (bool) $argv[2]]]);
    PHP;
$first = TestServer::code($code, ['args' => ['127.0.0.1', 1]]);
$second = TestServer::code($code, ['args' => ["127.0.0.1:$first->port", 1]]);
$third = TestServer::code($code, ['args' => ["127.0.0.1:$first->port", 0], 'ready' => false]);
$third->wait();
echo substr_count($third->out() . $third->err(), 'EADDRINUSE') > 0 ? 'refused' : 'not refused', "\n";
$seen = [];
for ($i = 0; $i < 1000 && count($seen) < 2; $i++) { /* the system deals them out by their ports */
    $client = WsClient::connect($first->port);
    $seen[$client->text('')->readMessage()] = true;
    $client->disconnect();
}
ksort($seen);
$pids = [$first->pid, $second->pid];
sort($pids);
var_dump(array_keys($seen) === $pids);
/* One ends, the other has all of them. */
$first->stop();
echo WsClient::connect($second->port)->text('')->readMessage() === (string) $second->pid ? 'the other one' : 'nobody', "\n";
?>
--EXPECT--
refused
bool(true)
the other one
