--TEST--
Backpressure: what is dropped has not been compressed: the client's history stays right
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

foreach (['drop_newest', 'drop_oldest'] as $policy) {
    $options = var_export([
        'slow_policy' => $policy, 'max_queued_bytes' => 200000,
        'compression' => true, 'compression_threshold' => 0, 'server_context_takeover' => true,
    ], true);
    $server = TestServer::code(<<<PHP
        final class App extends Ratchet\Server\EchoServer {
            function onMessage(Ratchet\ConnectionInterface \$conn, \$msg) {
                mt_srand(1);
                for (\$i = 0; \$i < 400; \$i++) {
                    \$text = "\$i ";
                    while (strlen(\$text) < 30000) {
                        \$text .= dechex(mt_rand());
                    }
                    \$conn->send(new Ratchet\RFC6455\Messaging\Frame(\$text . md5(\$text), true, 2));
                    \$conn->sendLatest("latest \$i", 'k');
                }
                \$conn->send('end');
                echo \$conn->droppedMessages > 50 ? "dropped\n" : "only \$conn->droppedMessages dropped\n";
            }
        }
        serve(new App, ['options' => $options]);
        PHP);
    $client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => 'permessage-deflate']);
    $client->text('go');
    $server->waitOut('dropped');
    $client->text('go');
    $inflate = inflate_init(ZLIB_ENCODING_RAW);
    $count = $bad = $ends = $packed = 0;
    while ($ends < ($policy === 'drop_oldest' ? 2 : 1) && $count < 790) {
        $frame = $client->readFrame();
        $text = $frame->rsv & 4 ? inflate_add($inflate, "$frame->payload\0\0\xff\xff", ZLIB_SYNC_FLUSH) : $frame->payload;
        $count++;
        $packed += ($frame->rsv & 4) > 0;
        if ($frame->opcode === WsClient::BINARY) {
            $bad += substr($text, -32) !== md5(substr($text, 0, -32));
        } else {
            $bad += !preg_match('/^(latest \d+|end)$/', $text);
            $ends += $text === 'end';
        }
    }
    echo $bad, ' ', $packed > 20 ? 'compressed' : $packed, "\n", $server->out(), $server->err();
}
?>
--EXPECT--
0 compressed
dropped
0 compressed
dropped
