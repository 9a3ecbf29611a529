--TEST--
Message: an exception in onMessage costs no other message, whole or half received
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            if (str_starts_with($msg, 'throw')) {
                throw new DomainException($msg);
            }
            $from->send($msg);
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo 'onError: ', $e->getMessage(), "\n"; }
    });
    PHP);
$client = WsClient::connect($server->port);
$text = fn(string $payload) => WsClient::frame(WsClient::TEXT, $payload);
$last = $text('cut in two');
$client->write($text('a') . $text('throw 1') . $text('b') . substr($last, 0, 8))->expectText('a')->expectText('b');
$client->write(substr($last, 8))->expectText('cut in two');
$client->write($text('throw 2'), 1);
$client->text('c')->expectText('c');
echo $server->out();
?>
--EXPECT--
onError: throw 1
onError: throw 2
