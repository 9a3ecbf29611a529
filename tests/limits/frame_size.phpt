--TEST--
Limits: max_frame_size: a larger frame is refused with 1009 at its header, a message of many frames is not
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['max_frame_size' => 1000]]);");
$client = WsClient::connect($server->port);
$part = str_repeat('x', 1000);
$client->fragments(WsClient::TEXT, $part, $part, $part)->expectText("$part$part$part");
$client->send(WsClient::TEXT, 'only the header', ['length' => 1001])->expectClose(1009, 'Maximum frame size exceeded')->expectEof();
echo "done\n";
?>
--EXPECT--
done
