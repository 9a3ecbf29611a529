--TEST--
onError: what it throws is logged, its connection closed with 1011, and the server lives
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'hello') {
                $conn->send($msg);
                return;
            }
            throw new RuntimeException($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo 'onClose, closing: ', json_encode($conn->WebSocket->closing), "\n";
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
            echo 'onError: ', $e->getMessage(), "\n";
            if ($e->getMessage() === 'error') {
                $conn->nope();
            }
            throw new LogicException('worse');
        }
    });
    PHP);
$other = WsClient::connect($server->port);
foreach (['exception', 'error'] as $what) {
    WsClient::connect($server->port)->text($what)->text('behind')->expectClose(1011, '')->close(1011)->expectEof();
    $other->text('hello')->expectText('hello');
}
$server->waitOut("~onClose.*onClose~s");
echo $server->out(), preg_replace('~ in /.*/~', ' in ', $server->err());
?>
--EXPECT--
onError: exception
onClose, closing: true
onError: error
onClose, closing: true
wschat: onError() has thrown LogicException: worse in server.php:17
wschat: onError() has thrown Error: Call to undefined method Ratchet\WebSocket\WsConnection::nope() in server.php:15
