--TEST--
Backpressure: slow_policy: 300 clients that do not read under a busy broadcast; the others get everything in order
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private $all;
        function __construct() { $this->all = new SplObjectStorage; }
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->all->offsetSet($conn); }
        function onClose(Ratchet\ConnectionInterface $conn) { $this->all->offsetUnset($conn); }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'show') {
                $total = $dropped = 0;
                foreach ($this->all as $one) {
                    $total += $one->bufferedAmount;
                    $dropped += $one->droppedMessages > 0;
                }
                $conn->send(json_encode([count($this->all), $total <= 32 << 20, $dropped, $conn->droppedMessages]));
                return;
            }
            foreach ($this->all as $one) {
                $one->send($msg);
            }
        }
    }
    PHP;
foreach (['drop_newest', 'drop_oldest'] as $policy) {
    $options = var_export(['slow_policy' => $policy, 'max_total_queued_bytes' => 32 << 20, 'max_queued_bytes' => 1 << 20], true);
    $server = TestServer::code("$code serve(new App, ['options' => $options]);");
    $readers = $sleepers = [];
    for ($i = 0; $i < 300; $i++) {
        $sleepers[] = WsClient::connect($server->port);
    }
    for ($i = 0; $i < 3; $i++) {
        $readers[] = WsClient::connect($server->port);
    }
    /* More than the kernel takes for all of them */
    for ($i = 0; $i < 160; $i++) {
        $text = "$i " . str_repeat(chr(97 + $i % 26), $i % 2 ? 1000 : 80000);
        $readers[$i % 3]->text($text);
        foreach ($readers as $reader) {
            $reader->expectText($text);
        }
    }
    echo $readers[0]->text('show')->readMessage(), "\n";
    /* Who wakes up has missed whole messages, and is served again. */
    $last = -1;
    $gaps = 0;
    $readers[0]->text('at last');
    while (($text = $sleepers[7]->readMessage()) !== 'at last') {
        $number = (int) $text;
        if ($number <= $last || $text !== "$number " . str_repeat(chr(97 + $number % 26), $number % 2 ? 1000 : 80000)) {
            echo "got a wrong message $number behind $last\n";
        }
        $gaps += $number > $last + 1;
        $last = $number;
    }
    echo $gaps > 0 || $last < 159 ? "some are missing\n" : "nothing is missing\n";
    echo $server->err();
}
?>
--EXPECT--
[303,true,300,0]
some are missing
[303,true,300,0]
some are missing
