--TEST--
Close: after our Close the connection waits for the peer's, then it ends with a FIN
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->close(4000); }
    }, ['options' => ['close_timeout' => 0]]);
    PHP);
$other = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->text('go')->expectClose(4000, '');
/* Still there: what is written meets no reset, and there is no end yet. */
$client->text('x')->ping('y');
$other->sync();
$read = [$client->stream];
$none = null;
var_dump(stream_select($read, $none, $none, 0));
$client->close(4000)->expectEof();
var_dump($client->reset);

/* The peer answers with its FIN alone. */
$client = WsClient::connect($server->port)->text('go')->expectClose(4000, '')->shutdown()->expectEof();
/* The peer answers with something that is no Close but a violation. */
$client = WsClient::connect($server->port)->text('go')->expectClose(4000, '')->send(3)->expectEof();
var_dump($client->reset);
?>
--EXPECT--
int(0)
bool(false)
bool(false)
