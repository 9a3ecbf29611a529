--TEST--
Message: an application of strings gets text and binary alike, and answers with text
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            echo gettype($msg), ' ', strlen($msg), ' ', md5($msg), "\n";
            $from->send($msg);
        }
    });
    PHP);
$client = WsClient::connect($server->port);
$payloads = ['', 'x', "gr\u{fc}\u{df}e", str_repeat('y', 126), str_repeat('z', 65536), str_repeat('w', 1 << 20)];
foreach ($payloads as $payload) {
    $client->text($payload)->expectText($payload);
    $client->binary($payload)->expectText($payload);
}
$expected = '';
foreach ($payloads as $payload) {
    $expected .= str_repeat('string ' . strlen($payload) . ' ' . md5($payload) . "\n", 2);
}
var_dump($server->out() === $expected);
$client->binary("\xff\xfe\0")->expectText("\xff\xfe\0"); /* as in Ratchet: sent as it is */
?>
--EXPECT--
bool(true)
