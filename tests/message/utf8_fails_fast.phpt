--TEST--
Message: text that is no UTF-8 is refused at the bad byte, before the rest of the frame has come
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$reason = 'Ratchet detected an invalid UTF-8 payload';

$bad = ["\xff", "\x80", "\xc0\xaf", "\xc1", "\xe0\x80", "\xed\xa0", "\xf0\x80", "\xf4\x90", "\xf5", "\xe2\x28", "ab\xc3("];
foreach ($bad as $bytes) {
    $client = WsClient::connect($server->port);
    $client->send(WsClient::TEXT, $bytes, ['length' => 1000]);
    $client->expectClose(1007, $reason)->expectEof();
}
/* In a fragment whose message goes on */
$client = WsClient::connect($server->port);
$client->send(WsClient::TEXT, "\xe2\x82", ['fin' => false])->sync();
$client->send(WsClient::CONTINUATION, "\xac\xc3", ['fin' => false])->sync();
$client->send(WsClient::CONTINUATION, 'x', ['length' => 70000, 'fin' => false])->expectClose(1007, $reason)->expectEof();
/* Far inside a large frame */
$client = WsClient::connect($server->port);
$client->send(WsClient::TEXT, str_repeat('x', 100000) . "\xfe", ['length' => 200000]);
$client->expectClose(1007, $reason)->expectEof();
echo "done\n";
?>
--EXPECT--
done
