--TEST--
Backpressure: onDrain() comes when the queue has fallen to the low mark, once for each time it was above the high one
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* A large file to a slow client: never more than a little above the mark is queued. */
$code = <<<'PHP'
    class Plain extends Ratchet\Server\EchoServer {
        protected array $left = [];
        private int $most = 0;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $this->left[$conn->resourceId] = 300;
            $this->fill($conn);
        }
        function onDrain(Ratchet\ConnectionInterface $conn) {
            if ($conn->bufferedAmount > 50000) {
                echo "too early: $conn->bufferedAmount\n";
            }
            if (Fiber::getCurrent()) {
                WsChat\delay(0);
            }
            $this->fill($conn);
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo $this->most < 350000 ? "bounded\n" : "$this->most\n", get_class($this), ' left ', $this->left[$conn->resourceId], "\n";
        }
        private function fill($conn) {
            while ($conn->bufferedAmount <= 200000 && $this->left[$conn->resourceId] > 0) {
                $this->left[$conn->resourceId]--;
                $conn->send(str_repeat(chr(97 + $this->left[$conn->resourceId] % 26), 100000));
                $this->most = max($this->most, $conn->bufferedAmount);
            }
            if ($this->left[$conn->resourceId] === 0) {
                throw new Exception('through');
            }
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
            echo $e->getMessage(), "\n";
            $conn->close();
        }
    }
    final class App extends Plain implements WsChat\DrainInterface {}
    PHP;
$marks = ['high_water_mark' => 200000, 'low_water_mark' => 50000];
foreach (['App' => 0, 'Plain' => 0, 'App with await' => 1] as $class => $await) {
    $options = var_export($marks + ['await' => (bool) $await], true);
    $server = TestServer::code("$code serve(new " . strtok($class, ' ') . ", ['options' => $options]);");
    $client = WsClient::connect($server->port);
    $client->text('go');
    if ($class === 'Plain') { /* the method is there, but nobody has promised that it is ours */
        $client->close();
        for ($i = 0; $client->read()->opcode !== WsClient::CLOSE; $i++) {
        }
        echo $i < 300 ? "not called\n" : "called\n";
        continue;
    }
    for ($i = 299; $i >= 0; $i--) {
        $client->expectText(str_repeat(chr(97 + $i % 26), 100000));
    }
    $client->expectClose(1000)->close()->expectEof();
    $server->waitOut('left');
    echo $server->out(), $server->err();
}
?>
--EXPECT--
through
bounded
App left 0
not called
through
bounded
App left 0
