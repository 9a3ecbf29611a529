--TEST--
Close: when the script ends, connections that are still open just end
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            echo "exit\n";
            exit(7);
        }
    });
    echo "not reached\n";
    PHP);
$client = WsClient::connect($server->port);
$other = WsClient::connect($server->port);
$client->text('go');
$client->readAll();
$other->readAll();
echo $server->wait(), "\n", $server->out(), $server->err();
?>
--EXPECT--
7
exit
