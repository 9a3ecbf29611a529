--TEST--
Handshake: onOpen comes before the 101 is on the wire, and what it sends right behind it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) {
            echo "onOpen\n";
            $conn->send('welcome')->send((string) $conn->resourceId);
        }
    });
    PHP);
$client = WsClient::connect($server->port);
echo $server->out();
$client->text('hello')->expectText('welcome')->expectText('1')->expectText('hello');
$client = new WsClient($server->port);
$client->upgrade([], '/', WsClient::frame(WsClient::TEXT, 'quick'));
$client->expectText('welcome')->expectText('2')->expectText('quick');
echo "done\n";
?>
--EXPECT--
onOpen
done
