--TEST--
onClose: what it throws is logged, does not reach onError, and the server lives
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo "onClose\n";
            throw new LogicException('in onClose');
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError\n"; }
    });
    PHP);
WsClient::connect($server->port)->close(1000)->expectClose(1000)->expectEof();
WsClient::connect($server->port)->disconnect();
$server->waitOut("onClose\nonClose\n");
WsClient::connect($server->port)->text('hello')->expectText('hello')->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), "\n", $server->out(), preg_replace('~ in /.*/~', ' in ', $server->err());
?>
--EXPECT--
0
onClose
onClose
onClose
wschat: onClose() has thrown LogicException: in onClose in server.php:4
wschat: onClose() has thrown LogicException: in onClose in server.php:4
wschat: onClose() has thrown LogicException: in onClose in server.php:4
