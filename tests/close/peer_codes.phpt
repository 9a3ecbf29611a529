--TEST--
Close: the peer's code and reason are echoed when they are valid, else it is 1002 or 1007
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$bad_code = 'Ratchet detected an invalid close code';
$bad_reason = 'Ratchet detected an invalid UTF-8 payload in the close reason';

foreach ([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999] as $code) {
    foreach (['', 'bye', "gr\u{fc}\u{df}e", str_repeat('x', 123)] as $reason) {
        WsClient::connect($server->port)->close($code, $reason)->expectClose($code, $reason)->expectEof();
    }
}
foreach ([0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535] as $code) {
    WsClient::connect($server->port)->close($code)->expectClose(1002, $bad_code)->expectEof();
    WsClient::connect($server->port)->close($code, "\xff")->expectClose(1002, $bad_code)->expectEof();
}
WsClient::connect($server->port)->close(null)->expectClose(1000, '')->expectEof();
WsClient::connect($server->port)->send(WsClient::CLOSE, "\x03")->expectClose(1002, $bad_code)->expectEof();
foreach (["\xff", "\xc3", "ab\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf"] as $reason) {
    WsClient::connect($server->port)->close(1000, $reason)->expectClose(1007, $bad_reason)->expectEof();
}
/* Byte by byte */
$bytes = WsClient::frame(WsClient::CLOSE, WsClient::closePayload(4321, 'slowly'));
WsClient::connect($server->port)->write($bytes, 1)->expectClose(4321, 'slowly')->expectEof();
echo "done\n";
?>
--EXPECT--
done
