--TEST--
Backpressure: pause() and resume(): messages wait and keep their order; other clients are served; close() ends a pause
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private array $conns = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->conns[$conn->resourceId] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            echo "$conn->resourceId: ", strlen($msg) > 100 ? '(large)' : $msg, "\n";
            [$word, $id] = explode(' ', $msg, 2) + [1 => $conn->resourceId];
            match ($word) {
                'pause' => $this->conns[$id]->pause(),
                'both' => [$this->conns[$id]->pause(), $this->conns[$id]->resume()],
                'resume' => $this->conns[$id]->resume(),
                'close' => $this->conns[$id]->close(4000),
                default => $conn->send($msg),
            };
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo "onClose $conn->resourceId $conn->closeCode\n";
            $conn->pause();
            $conn->resume();
        }
    }
    serve(new App);
    PHP);
$one = WsClient::connect($server->port);
$two = WsClient::connect($server->port);

/* Frames in the same read as the message that pauses, and later ones. */
$one->write(WsClient::frame(1, 'pause') . WsClient::frame(1, 'behind') . WsClient::frame(9, 'ping') . WsClient::frame(1, 'pause'));
$server->waitOut('1: pause');
$one->text('later');
$two->text('hello')->expectText('hello')->text('both')->text('again')->expectText('again');
$two->text('resume 1');
$one->expectText('behind')->expectPong('ping');
$server->waitOut("behind\n1: pause");
$two->text('resume 1');
$one->expectText('later');

/* A large message is held back by TCP, and comes whole. */
$two->text('pause 1')->sync();
$large = str_repeat('large ', 1 << 20);
$one->readWhileWriting = true;
$two->text('resume 1');
$one->text($large)->expectText($large);

/* The client leaves during the pause: its message first, then onClose. */
$three = WsClient::connect($server->port);
$three->text('pause');
$server->waitOut('3: pause');
$three->text('last words')->close(1001);
$two->text('still')->expectText('still')->text('resume 3');
$three->expectText('last words')->expectClose(1001)->expectEof();
$server->waitOut('onClose 3 1001');

/* close() during a pause. */
$one->text('pause');
$server->waitOut('~(1: pause\n.*){3}~s');
$one->text('never delivered');
$two->text('close 1');
$one->expectClose(4000)->close(4000)->expectEof();
$server->waitOut('onClose 1 4000');
echo $server->out(), $server->err();
?>
--EXPECT--
1: pause
2: hello
2: both
2: again
2: resume 1
1: behind
1: pause
2: resume 1
1: later
2: pause 1
2: resume 1
1: (large)
3: pause
2: still
2: resume 3
3: last words
onClose 3 1001
1: pause
2: close 1
onClose 1 4000
