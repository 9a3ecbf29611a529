--TEST--
Close: $conn->WebSocket->closing tells the truth, before and after, in every way to close
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\RFC6455\Messaging\Frame;
    serve(new class extends Ratchet\Server\EchoServer {
        private $state;
        function onOpen(Ratchet\ConnectionInterface $conn) {
            echo get_class($conn->WebSocket), ' ', json_encode($conn->WebSocket), "\n";
            $this->state = $conn->WebSocket;
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            match ($msg) {
                'close' => $conn->close(),
                'close frame' => $conn->close(new Frame(pack('n', 1000), true, Frame::OP_CLOSE)),
                'sent frame' => $conn->send(new Frame(pack('n', 1000), true, Frame::OP_CLOSE)),
                'nothing' => null,
            };
            echo $msg, ': ', json_encode($this->state->closing), json_encode($this->state === $conn->WebSocket), "\n";
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo 'onClose: ', json_encode($conn->WebSocket->closing), json_encode($this->state->closing), "\n";
        }
    });
    PHP);
foreach (['close', 'close frame', 'sent frame'] as $how) {
    WsClient::connect($server->port)->text($how)->expectClose(1000)->close(1000)->expectEof();
}
WsClient::connect($server->port)->text('nothing')->close(1000)->expectClose(1000)->expectEof(); /* the peer's */
WsClient::connect($server->port)->text('nothing')->send(3)->expectClose(1002)->expectEof(); /* a violation */
WsClient::connect($server->port)->text('nothing')->sync()->disconnect(); /* no Close at all */
$server->waitOut("~(onClose[^\n]*\n.*?){6}~s");
echo $server->out();
?>
--EXPECT--
stdClass {"closing":false}
close: truetrue
onClose: truetrue
stdClass {"closing":false}
close frame: truetrue
onClose: truetrue
stdClass {"closing":false}
sent frame: truetrue
onClose: truetrue
stdClass {"closing":false}
nothing: falsetrue
onClose: truetrue
stdClass {"closing":false}
nothing: falsetrue
onClose: truetrue
stdClass {"closing":false}
nothing: falsetrue
onClose: falsefalse
