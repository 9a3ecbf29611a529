--TEST--
Message: frames that arrive in single bytes, or cut anywhere
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port);
$other = WsClient::connect($server->port);
foreach ([0, 1, 5, 125, 126, 300] as $size) {
    $client->write(WsClient::frame(WsClient::TEXT, str_repeat('x', $size)), 1)->expectText(str_repeat('x', $size));
}
$client->write(WsClient::frame(WsClient::TEXT, str_repeat('y', 70000)), 999)->expectText(str_repeat('y', 70000));

/* Each cut of two frames; the server has read the first part before the second is sent. */
$bytes = WsClient::frame(WsClient::TEXT, str_repeat('a', 130)) . WsClient::frame(WsClient::TEXT, "gr\u{fc}n");
for ($i = 1; $i < strlen($bytes); $i++) {
    $client->write(substr($bytes, 0, $i));
    $other->sync();
    $client->write(substr($bytes, $i))->expectText(str_repeat('a', 130))->expectText("gr\u{fc}n");
}
echo "done\n";
?>
--EXPECT--
done
