--TEST--
onError: after an exception in onOpen the connection stays open, unless onError closes it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private $count = 0;
        function onOpen(Ratchet\ConnectionInterface $conn) {
            echo "onOpen\n";
            $conn->send('before');
            throw new RuntimeException($this->count++ ? 'again' : 'at first');
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
            echo 'onError: ', $e->getMessage(), "\n";
            if ($e->getMessage() === 'again') {
                $conn->close(4000);
            }
        }
    });
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('before')->expectText('hello')
    ->close(1000)->expectClose(1000)->expectEof();
WsClient::connect($server->port)->expectText('before')->expectClose(4000)->close(4000)->expectEof();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
onOpen
onError: at first
onClose
onOpen
onError: again
onClose
