--TEST--
Broadcast: WsChat\Server::broadcast() with one who does not read: it is dropped at max_queued_bytes, or its messages are; the others get all
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

foreach (['close', 'drop_newest', 'drop_oldest'] as $policy) {
    $server = TestServer::code('
        final class Chat extends Ratchet\Server\EchoServer {
            public $handle;
            function onMessage(Ratchet\ConnectionInterface $from, $msg) {
                $sent = $this->handle->broadcast($msg, $from);
                $from->send("$sent of " . count($this->handle->connections()));
            }
            function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
        }
        $chat = new Chat;
        serve($chat, ["options" => ["max_queued_bytes" => 1 << 20, "slow_policy" => ' . var_export($policy, true) . '],
                      "before" => fn($io) => $chat->handle = WsChat\Server::from($io)]);
    ', ['ini' => ['error_log' => '']]);
    $sender = WsClient::connect($server->port);
    $slow = WsClient::connect($server->port);
    $others = [WsClient::connect($server->port), WsClient::connect($server->port)];
    /* Much more than kernel and queue take together. */
    $messages = 300;
    $answers = [];
    for ($i = 0; $i < $messages; $i++) {
        $text = str_pad((string) $i, 100000, '.');
        $sender->text($text);
        foreach ($others as $other) {
            $other->expectText($text);
        }
        $answers[$sender->readMessage()] = true;
    }
    echo "$policy: ", implode(', ', array_keys($answers)), "\n";

    if ($policy === 'close') {
        $server->waitOut("onClose\n");
    } else {
        /* What the slow one has got. Asks after each, as it is only heard when its queue has room for the answer. */
        $numbers = [];
        while (!preg_match('/^\d of /', $text = $slow->readMessage())) {
            if ($text !== 'done') {
                $numbers[] = (int) $text;
                $slow->text('done');
            }
        }
        $sorted = $numbers;
        sort($sorted);
        echo count($numbers) < $messages ? 'some' : 'all', $numbers === array_values(array_unique($sorted)) ? ' in order' : ' OUT OF ORDER',
            $numbers[0] === 0 ? ', the first one' : '', end($numbers) === $messages - 1 ? ', the last one' : '', "\n";
    }
    echo $server->finish(), "\n", $server->out(), preg_replace('/\d{5,}/', '%d', preg_replace('/^\[.*?\] |127[\d.:]+/m', '', $server->err()));
}
?>
--EXPECT--
close: 3 of 4, 2 of 3
0
onClose
wschat: connection 2 () dropped: it does not read, %d bytes are queued (max_queued_bytes %d)
drop_newest: 3 of 4, 2 of 4
some in order, the first one
0
drop_oldest: 3 of 4
some in order, the first one, the last one
0
