--TEST--
Deflate: a broadcast reaches those with and without compression, with small windows and with context takeover
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    class Chat extends Ratchet\Server\EchoServer {
        private $clients = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            foreach ($this->clients as $client) { $client->send($msg); }
        }
    }
    serve(new Chat, ['options' => ['compression' => true, 'server_context_takeover' => true]]);
    PHP);
$offers = [
    null, 'permessage-deflate', 'permessage-deflate; server_max_window_bits=9',
    'permessage-deflate; server_no_context_takeover', 'permessage-deflate; server_no_context_takeover; server_max_window_bits=10',
];
$clients = $inflaters = [];
foreach ($offers as $i => $offer) {
    for ($k = 0; $k < 3; $k++) {
        $clients[] = $client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => $offer]);
        preg_match('/bits=(\d+)/', (string) $client->head->header('Sec-WebSocket-Extensions'), $bits);
        $inflaters[] = fn() => inflate_init(ZLIB_ENCODING_RAW, ['window' => (int) ($bits[1] ?? 15)]);
        $kept[] = ($i === 1 || $i === 2) ? end($inflaters)() : null;
    }
}
$sizes = [];
foreach ([1, 2, 3] as $round) {
    $message = substr(base64_encode(random_bytes(2000)), 0, 2000) . str_repeat(" $round", 300);
    $clients[0]->text($message)->text($message);
    foreach ($clients as $i => $client) {
        for ($copy = 0; $copy < 2; $copy++) {
            $frame = $client->read();
            $text = $frame->payload;
            if ($frame->rsv) {
                $text = inflate_add($kept[$i] ?? $inflaters[$i](), "$text\x00\x00\xff\xff", ZLIB_SYNC_FLUSH);
            }
            if ($text !== $message || ($frame->rsv !== 0) !== ($offers[intdiv($i, 3)] !== null)) {
                echo "round $round, client $i, copy $copy: $frame\n";
            }
            $sizes[intdiv($i, 3)][$copy] = strlen($frame->payload);
        }
    }
}
/* With the context of the first copy the second is next to nothing. */
echo $sizes[1][1] * 20 < $sizes[1][0] ? 'context' : 'none', ' ', $sizes[3][0] === $sizes[3][1] ? 'none' : 'context', "\n";
?>
--EXPECT--
context none
