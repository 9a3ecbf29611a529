--TEST--
Close: after close() nothing more is sent or heard, and a second close() is ignored
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private $kept;
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->kept ??= $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            echo "onMessage($msg)\n";
            if ($msg === 'close') {
                $conn->send('before');
                $conn->close(4001);
                $conn->close(4002);
                var_dump($conn->send('after') === $conn, $conn->close());
            } elseif ($msg === 'and then?') {
                var_dump($this->kept->send('gone') === $this->kept, $this->kept->close(), $this->kept->resourceId);
                $conn->send($msg);
            }
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo "onClose\n";
            $conn->send('in onClose');
            $conn->close(4003);
        }
    });
    PHP);
$client = WsClient::connect($server->port);
$client->write(WsClient::frame(WsClient::TEXT, 'close') . WsClient::frame(WsClient::TEXT, 'in the same write'));
$client->expectText('before')->expectClose(4001, '');
$client->text('later')->ping('later')->close(4001)->expectEof();
$last = WsClient::connect($server->port)->text('and then?')->expectText('and then?');
echo $server->out(), $server->err();
?>
--EXPECT--
onMessage(close)
bool(true)
NULL
onClose
onMessage(and then?)
bool(true)
NULL
int(1)
