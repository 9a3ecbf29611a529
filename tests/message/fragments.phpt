--TEST--
Message: fragments are put together, whatever their number and size
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port);
$client->fragments(WsClient::TEXT, 'a', 'b')->expectText('ab');
$client->fragments(WsClient::TEXT, '', '')->expectText('');
$client->fragments(WsClient::TEXT, '', 'x', '')->expectText('x');
$client->fragments(WsClient::BINARY, ...str_split(str_repeat('0123456789', 1000), 1))
    ->expectText(str_repeat('0123456789', 1000));
$large = str_repeat('0123456789abcdef', 10000);
$client->fragments(WsClient::TEXT, $large, 'x', $large, $large)->expectText("{$large}x$large$large");
$client->fragments(WsClient::TEXT, ...str_split(str_repeat($large, 7), 70001))->expectText(str_repeat($large, 7));
/* Two messages, one behind the other */
$client->fragments(WsClient::TEXT, 'a', 'b')->fragments(WsClient::TEXT, 'c', 'd')->text('e');
$client->expectText('ab')->expectText('cd')->expectText('e')->expectNothing();
echo "done\n";
?>
--EXPECT--
done
