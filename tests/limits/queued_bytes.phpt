--TEST--
Limits: max_queued_bytes: who does not read is dropped with one line in the log; the others are served
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $loop;
        private $slow;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg !== 'flood') {
                $conn->send($msg);
                return;
            }
            $before = self::memory();
            $this->slow = $conn;
            $this->loop->addPeriodicTimer(0, function ($timer) use ($before) {
                for ($i = 0; $i < 100; $i++) { /* a string of its own each time */
                    $this->slow?->send(str_repeat(chr(97 + $i % 26), 100000));
                }
                if (!$this->slow) {
                    $this->loop->cancelTimer($timer);
                    echo 'memory: ', self::memory() - $before < 64 << 20 ? 'bounded' : self::memory() - $before, "\n";
                }
            });
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            if ($conn === $this->slow) {
                $this->slow = null;
                echo "onClose, closing: ", json_encode($conn->WebSocket->closing), "\n";
            }
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError\n"; }
        private static function memory(): int { /* the largest that it ever was, in bytes */
            preg_match('/VmHWM:\s*(\d+) kB/', @file_get_contents('/proc/self/status') ?: '', $match);
            return ($match[1] ?? 0) << 10;
        }
    }
    $app = new App;
    $before = function ($server) use ($app) { $app->loop = $server->loop; };
    PHP;
$servers = [
    TestServer::code(
        "$code serve(\$app, ['before' => \$before, 'options' => ['max_queued_bytes' => 4 << 20]]);"
    ),
    TestServer::code("$code serve(\$app, ['before' => \$before]);", ['ini' => ['wschat.max_queued_bytes' => '4M']]),
];
foreach ($servers as $server) {
    $slow = WsClient::connect($server->port);
    $other = WsClient::connect($server->port);
    $slow->text('flood');
    $other->text('hello')->expectText('hello');
    $server->waitOut('memory');
    $other->text('still here')->expectText('still here');
    $slow->readAll();
    var_dump($slow->reset);
    echo $server->finish(), "\n", $server->out(), $server->err();
}
?>
--EXPECTREGEX--
bool\(true\)
0
onClose, closing: false
memory: bounded
wschat: connection 1 \(127\.0\.0\.1\) dropped: it does not read, \d+ bytes are queued \(max_queued_bytes 4194304\)
bool\(true\)
0
onClose, closing: false
memory: bounded
wschat: connection 1 \(127\.0\.0\.1\) dropped: it does not read, \d+ bytes are queued \(max_queued_bytes 4194304\)
