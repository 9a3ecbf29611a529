--TEST--
Message: UTF-8 cut anywhere is accepted, what stays unfinished is 1007, and binary is not looked at
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$reason = 'Ratchet detected an invalid UTF-8 payload';
$text = "\u{0}\u{7f}\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{fffd}\u{ffff}\u{10000}\u{10ffff}";

$client = WsClient::connect($server->port);
$client->text($text)->expectText($text);
$client->write(WsClient::frame(WsClient::TEXT, $text), 1)->expectText($text);
$client->fragments(WsClient::TEXT, ...str_split($text))->expectText($text);
for ($i = 0; $i < strlen($text); $i++) {
    $client->fragments(WsClient::TEXT, substr($text, 0, $i), substr($text, $i))->expectText($text);
}
$client->binary("\xff\xfe\x80")->expectText("\xff\xfe\x80");
$client->fragments(WsClient::BINARY, "\xff", "\x80")->expectText("\xff\x80");

foreach (["\xc3", "ab\xe2\x82", "\xf0\x9f\x98"] as $unfinished) {
    $client = WsClient::connect($server->port);
    $client->text($unfinished)->expectClose(1007, $reason)->expectEof();
    $client = WsClient::connect($server->port);
    $client->fragments(WsClient::TEXT, $unfinished, '')->expectClose(1007, $reason)->expectEof();
}
echo "done\n";
?>
--EXPECT--
done
