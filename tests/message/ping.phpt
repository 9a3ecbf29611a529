--TEST--
Message: a ping is answered with its payload, a pong is ignored, and the application sees neither
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) { echo "onMessage($msg)\n"; }
    });
    PHP);
$client = WsClient::connect($server->port);
$client->ping()->expectPong('')->ping('x')->expectPong('x');
$client->ping("\xff\0\xfe")->expectPong("\xff\0\xfe"); /* no text: any bytes */
$client->ping(str_repeat('y', 125))->expectPong(str_repeat('y', 125));
$client->ping('1')->ping('2')->ping('3')->expectPong('1')->expectPong('2')->expectPong('3');
$client->pong()->pong('unasked')->pong(str_repeat('z', 125))->expectNothing();
$client->text('hello')->sync();
echo $server->out();
?>
--EXPECT--
onMessage(hello)
