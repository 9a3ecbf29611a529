--TEST--
Deflate: a small message that becomes a huge one is refused with 1009 long before it is huge
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

const OFFER = ['Sec-WebSocket-Extensions' => 'permessage-deflate'];

function server(string $options): TestServer
{
    return TestServer::code(<<<PHP
        serve(new class extends Ratchet\Server\EchoServer {
            function onMessage(Ratchet\ConnectionInterface \$from, \$msg) {
                \$from->send(strlen(\$msg) . ' ' . intdiv(memory_get_peak_usage(), 1 << 20));
            }
        }, ['options' => ['compression' => true] + $options]);
        PHP);
}

$bomb = str_repeat("\0", 30 << 20);
$bomb = substr(deflate_add(deflate_init(ZLIB_ENCODING_RAW), $bomb, ZLIB_SYNC_FLUSH), 0, -4);
echo strlen($bomb) < 40000 ? "30 MiB in less than 40,000 bytes\n" : '';

$server = server('[]');
for ($i = 0; $i < 5; $i++) {
    WsClient::connect($server->port, OFFER)->send(WsClient::BINARY, $bomb, ['rsv' => 4])
        ->expectClose(1009, 'Maximum compression ratio exceeded')->expectEof();
}
[$length, $peak] = explode(' ', WsClient::connect($server->port)->text('still here')->readMessage());
echo $length, ' ', $peak < 20 ? 'little' : "$peak MiB", "\n";

$server = server("['max_inflate_ratio' => 0, 'max_message_size' => 2 << 20]");
WsClient::connect($server->port, OFFER)->send(WsClient::BINARY, $bomb, ['rsv' => 4])
    ->expectClose(1009, 'Maximum message size exceeded')->expectEof();
[$length, $peak] = explode(' ', WsClient::connect($server->port)->text('still here')->readMessage());
echo $length, ' ', $peak < 8 ? 'little' : "$peak MiB", "\n";

$server = server("['max_inflate_ratio' => 0]");
[$length, $peak] = explode(' ', WsClient::connect($server->port, OFFER)->send(WsClient::BINARY, $bomb, ['rsv' => 4])->readMessage());
echo $length === (string) (30 << 20) ? "whole\n" : "$length\n";
?>
--EXPECT--
30 MiB in less than 40,000 bytes
10 little
10 little
whole
