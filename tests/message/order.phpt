--TEST--
Message: many messages in one write keep their order
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port);
$bytes = '';
for ($i = 0; $i < 5000; $i++) {
    $bytes .= WsClient::frame(WsClient::TEXT, "message $i " . str_repeat('.', $i % 200));
}
$client->write($bytes);
for ($i = 0; $i < 5000; $i++) {
    $client->expectText("message $i " . str_repeat('.', $i % 200));
}
/* Small and large, so that some are copied and some are held */
$sizes = [1, 1999, 2000, 2001, 5, 70000, 0, 3000, 10, 200000, 1];
foreach ($sizes as $size) {
    $client->text(str_repeat(chr(97 + $size % 26), $size));
}
foreach ($sizes as $size) {
    $client->expectText(str_repeat(chr(97 + $size % 26), $size));
}
$client->expectNothing();
echo "done\n";
?>
--EXPECT--
done
