--TEST--
Message: any mask is undone, also over cuts that do not fall on four bytes
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port);
$text = str_repeat('0123456789', 20);
foreach (["\0\0\0\0", "\xff\xff\xff\xff", "\x01\x02\x03\x04", "\0\0\0\x80", "MASK"] as $key) {
    for ($length = 0; $length < 40; $length++) {
        $payload = substr($text, 0, $length);
        $client->write(WsClient::frame(WsClient::TEXT, $payload, ['key' => $key]))->expectText($payload);
    }
    foreach ([1, 2, 3, 5, 7, 13, 33] as $piece) {
        $client->write(WsClient::frame(WsClient::TEXT, $text, ['key' => $key]), $piece)->expectText($text);
    }
}
echo "done\n";
?>
--EXPECT--
done
