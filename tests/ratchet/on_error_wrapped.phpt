--TEST--
onError: the ErrorException round an \Error says what and where the original was
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            strlen();
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
            $p = $e->getPrevious();
            var_dump($e->getMessage() === $p->getMessage(), $e->getFile() === $p->getFile(), $e->getLine() === $p->getLine(),
                basename($e->getFile()), $e->getLine(), $e->getSeverity() === E_ERROR, get_class($p));
            $conn->send($e->getMessage());
        }
    });
    PHP);
$client = WsClient::connect($server->port)->text('x');
echo $client->readMessage(), "\n";
$client->text('x');
$client->readMessage();
$client->disconnect();
echo $server->finish(), "\n", substr($server->out(), 0, strlen($server->out()) / 2), $server->err();
?>
--EXPECT--
strlen() expects exactly 1 argument, 0 given
0
bool(true)
bool(true)
bool(true)
string(10) "server.php"
int(3)
bool(true)
string(18) "ArgumentCountError"
