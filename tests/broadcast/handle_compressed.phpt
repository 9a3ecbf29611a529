--TEST--
Broadcast: WsChat\Server::broadcast() to those with and without compression, with context takeover, frames and short messages
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class Chat extends Ratchet\Server\EchoServer {
        public $handle;
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            match ($msg[0]) {
                'f' => $this->handle->broadcast(new Ratchet\RFC6455\Messaging\Frame($msg)),
                'b' => $this->handle->broadcastBinary($msg, $from),
                default => $this->handle->broadcast($msg),
            };
        }
    }
    $chat = new Chat;
    serve($chat, ['options' => ['compression' => true, 'server_context_takeover' => true],
                  'before' => fn($io) => $chat->handle = WsChat\Server::from($io)]);
    PHP);
$offers = [null, 'permessage-deflate', 'permessage-deflate; server_no_context_takeover', 'permessage-deflate; server_no_context_takeover; server_max_window_bits=9'];
$clients = [];
foreach ($offers as $i => $offer) {
    for ($k = 0; $k < 2; $k++) {
        $clients[] = $client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => $offer]);
        $inflaters[] = inflate_init(ZLIB_ENCODING_RAW, ['window' => $i === 3 ? 9 : 15]);
    }
}

/* What a client gets: the text, and "compressed" or "plain". */
function get(int $i): array
{
    global $clients, $inflaters, $offers;
    $frame = $clients[$i]->read();
    if (!$frame->rsv) {
        return [$frame->opcode, $frame->payload, 'plain'];
    }
    $inflater = intdiv($i, 2) === 1 ? $inflaters[$i] : inflate_init(ZLIB_ENCODING_RAW, ['window' => intdiv($i, 2) === 3 ? 9 : 15]);
    return [$frame->opcode, inflate_add($inflater, "$frame->payload\x00\x00\xff\xff", ZLIB_SYNC_FLUSH), 'compressed'];
}

$long = str_repeat('All of them get the same. ', 200);
foreach (["text $long", 'short', "frame $long", "binary $long", "text $long again"] as $message) {
    $clients[0]->text($message);
    $binary = $message[0] === 'b';
    $how = [];
    foreach ($clients as $i => $client) {
        if ($binary && $i === 0) {
            $how[0][] = 'nothing';
            continue;
        }
        [$opcode, $text, $form] = get($i);
        $how[intdiv($i, 2)][] = $text === $message && $opcode === ($binary ? WsClient::BINARY : WsClient::TEXT) ? $form : "WRONG: $opcode " . substr($text, 0, 40);
    }
    echo substr($message, 0, 8), ': ', implode(', ', array_map(fn($forms) => implode('/', array_unique($forms)), $how)), "\n";
}
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
text All: plain, compressed, compressed, compressed
short: plain, plain, plain, plain
frame Al: plain, compressed, compressed, compressed
binary A: nothing/plain, compressed, compressed, compressed
text All: plain, compressed, compressed, compressed
0
