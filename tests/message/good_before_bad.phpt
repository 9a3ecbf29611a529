--TEST--
Message: good messages in front of a violation are answered, what stands behind it is not read
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            echo "onMessage($msg)\n";
            $from->send($msg);
        }
    });
    PHP);
$text = fn(string $payload, array $options = []) => WsClient::frame(WsClient::TEXT, $payload, $options);
foreach ([$text('bad', ['rsv' => 4]), $text('bad', ['mask' => false]), $text("\xff"), WsClient::frame(5)] as $bad) {
    $client = WsClient::connect($server->port);
    $client->write($text('good') . WsClient::frame(WsClient::PING, 'p') . $text('better') . $bad . $text('behind'));
    $client->expectText('good')->expectPong('p')->expectText('better');
    echo $client->read()->code(), "\n";
    $client->expectEof();
    echo $client->reset ? "reset\n" : '';
}
/* Nor what is written later; the answer is not lost to a reset. */
$client = WsClient::connect($server->port);
$client->write($text('good') . WsClient::frame(3))->text('later')->text(str_repeat('x', 1 << 20));
$client->expectText('good')->expectClose(1002)->expectEof();
echo $client->reset ? "reset\n" : '', $server->out();
?>
--EXPECT--
1002
1002
1007
1002
onMessage(good)
onMessage(better)
onMessage(good)
onMessage(better)
onMessage(good)
onMessage(better)
onMessage(good)
onMessage(better)
onMessage(good)
