--TEST--
Limits: max_total_queued_bytes: a server's own ping goes over it and ends the next connection of the sweep
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_linux(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/*
 * In one turn: a callback queues 90 bytes for #2, whose reset is not read yet; then the sweep pings #1. That takes the
 * queues over their limit, so the longest is tried, which fails: #2 ends while the sweep stands on the one before it.
 */
$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private array $clients = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[$conn->resourceId] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'first') {
                echo "first\n";
                self::wait('one');
                usleep(1100000); /* the turn after this one sweeps */
                return;
            }
            if ($msg === 'second') {
                echo "second\n";
                self::wait('two');
                $this->clients[2]->send(str_repeat('x', 86));
                echo "sent\n";
                return;
            }
            $conn->send($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose $conn->resourceId\n"; }
        private static function wait(string $file): void {
            while (!file_exists($file)) {
                usleep(1000);
                clearstatcache();
            }
        }
    }
    serve(new App, ['options' => ['max_total_queued_bytes' => 89, 'ping_interval' => 0.1, 'pong_timeout' => 0]]);
    PHP);
$clients = [1 => WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
$clients[2]->text('unread');
$clients[3]->text('first');
$server->waitOut("first\n");
$clients[3]->text('second');
touch("{$server->folder}/one");
$server->waitOut("second\n");
$read = [$clients[2]->stream];
$none = null;
stream_select($read, $none, $none, 10); /* closed with bytes unread it is a reset */
$clients[2]->disconnect();
touch("{$server->folder}/two");
$server->waitOut("onClose 2\n");
$clients[3]->text('still here')->expectText('still here');
echo $server->out(), $server->err();
?>
--EXPECT--
first
second
sent
onClose 2
