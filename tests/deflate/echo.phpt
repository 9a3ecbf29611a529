--TEST--
Deflate: off unless asked for; then messages come inflated and go compressed, where that makes them shorter
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

const OFFER = ['Sec-WebSocket-Extensions' => 'permessage-deflate; client_max_window_bits'];

function deflate(string $text): string
{
    $deflate = deflate_init(ZLIB_ENCODING_RAW);
    return substr(deflate_add($deflate, $text, ZLIB_SYNC_FLUSH), 0, -4);
}

function inflate(string $bytes): string
{
    return inflate_add(inflate_init(ZLIB_ENCODING_RAW), "$bytes\x00\x00\xff\xff", ZLIB_SYNC_FLUSH);
}

$off = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($off->port, OFFER);
var_dump($client->head->header('Sec-WebSocket-Extensions'));
$client->send(WsClient::TEXT, deflate('hello'), ['rsv' => 4])->expectClose(1002);

$on = TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['compression' => true]]);");
$client = WsClient::connect($on->port, OFFER);
echo $client->head->raw === implode("\r\n", [
    'HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade',
    'Sec-WebSocket-Accept: ' . $client->head->header('Sec-WebSocket-Accept'),
    'Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; client_no_context_takeover',
    "X-Powered-By: Ratchet/0.4.4\r\n\r\n",
]) ? "head\n" : $client->head->raw;
$client->send(WsClient::TEXT, deflate('hello'), ['rsv' => 4])->expectText('hello'); /* below the threshold */
$long = str_repeat('{"text":"hello"}', 200);
foreach ([$long, $long, random_bytes(5000), str_repeat("\xC3\xA9", 3000)] as $text) {
    $binary = preg_match('//u', $text) !== 1;
    $client->send($binary ? WsClient::BINARY : WsClient::TEXT, deflate($text), ['rsv' => 4]);
    $frame = $client->read();
    echo $frame->rsv, ' ', strlen($frame->payload) < 200 ? 'short' : strlen($frame->payload), ' ',
        var_export(($frame->rsv ? inflate($frame->payload) : $frame->payload) === $text, true), "\n";
}
/* In fragments, a Ping between them; and a client that does not offer it */
$bytes = deflate($long);
$client->send(WsClient::TEXT, substr($bytes, 0, 7), ['rsv' => 4, 'fin' => false])->ping('p')
    ->send(WsClient::CONTINUATION, substr($bytes, 7))->expectPong('p');
echo inflate($client->read()->payload) === $long ? "fragments\n" : "fragments?\n";
WsClient::connect($on->port)->text($long)->expectText($long);
/* What is cut off, and what is no text */
$client->send(WsClient::TEXT, substr($bytes, 0, -1), ['rsv' => 4])->expectClose(1007, 'Invalid compressed data')->expectEof();
WsClient::connect($on->port, OFFER)->send(WsClient::TEXT, deflate("abc\xFF"), ['rsv' => 4])
    ->expectClose(1007, 'Ratchet detected an invalid UTF-8 payload')->expectEof();
echo "done\n";
?>
--EXPECT--
NULL
head
4 short true
4 short true
0 5000 true
4 short true
fragments
done
