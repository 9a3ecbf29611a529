--TEST--
Stats: messages dropped and replaced, connections dropped, bytes that wait
--FILE--
<?php
require __DIR__ . '/stats.inc';

$code = <<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        private $first;
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->first ??= $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $first = $this->first;
            $server = WsChat\Server::from($GLOBALS['io']);
            $before = $server->stats();
            if ($msg === 'latest') {
                foreach (['a', 'b', 'c'] as $text) {
                    $first->sendLatest($text, 'key');
                }
                $conn->send(json_encode($server->stats()->messagesReplaced - $before->messagesReplaced));
                return;
            }
            for ($i = 0; $i < 40; $i++) {
                $first->send(str_repeat('x', 1 << 20));
            }
            $after = $server->stats();
            $dropped = $after->messagesDropped['slow'];
            $conn->send(json_encode([
                'dropped' => $dropped > 0,
                'same' => $dropped === $first->droppedMessages,
                'sum' => $after->messagesSent - $before->messagesSent + $dropped <= 40,
                'queued' => $after->queuedBytes > 1 << 20 && $after->queuedBytes < 20 << 20,
                'closed' => $after->connectionsDropped['slow'],
                'lost' => $after->lost,
                'connections' => $after->connections,
            ]));
        }
    }
    PHP;
foreach (['drop_newest', 'drop_oldest', 'close'] as $policy) {
    $server = TestServer::code("$code serve(new App, ['before' => fn(\$io) => \$GLOBALS['io'] = \$io, 'options' => ['max_queued_bytes' => 4 << 20, 'slow_policy' => '$policy']]);",
        ['ini' => ['error_log' => '/dev/null']]);
    $sleeper = WsClient::connect($server->port);
    $client = WsClient::connect($server->port);
    echo $policy, ' ', $client->text('latest')->readMessage(), ' ', $client->text('flood')->readMessage(), "\n";
    $sleeper->disconnect();
    $client->close(1000)->expectClose(1000)->expectEof();
    echo $server->finish(), $server->err(), "\n";
}

/* One that sends too much. */
foreach (['drop' => ['messagesDropped', 'rate'], 'close' => ['connectionsDropped', 'rate'], 'wait' => ['rateWaits', null]] as $policy => [$property, $key]) {
    $server = TestServer::code(<<<PHP
        class App extends Ratchet\Server\EchoServer {
            function onOpen(Ratchet\ConnectionInterface \$conn) { \$this->opened = (\$this->opened ?? 0) + 1; }
            function onMessage(Ratchet\ConnectionInterface \$conn, \$msg) {
                if (\$msg === 'stats') {
                    \$value = WsChat\Server::from(\$GLOBALS['io'])->stats()->$property;
                    \$conn->send(json_encode(is_array(\$value) ? \$value['$key'] : \$value));
                }
            }
            public \$opened;
        }
        serve(new App, ['before' => fn(\$io) => \$GLOBALS['io'] = \$io, 'options' => [
            'max_messages_per_second' => 1, 'message_burst' => 2, 'rate_policy' => '$policy', 'close_timeout' => 1]]);
        PHP, ['ini' => ['error_log' => '/dev/null']]);
    $client = WsClient::connect($server->port);
    $client->write(str_repeat(WsClient::frame(WsClient::TEXT, 'x'), 4));
    $client->ping('through');
    if ($policy === 'close') {
        $client->expectClose(1008);
    } elseif ($policy === 'drop') {
        $client->expectPong('through');
    } else {
        $client->expectPong('through'); /* read at last, after some waiting */
    }
    $other = WsClient::connect($server->port);
    $count = (int) $other->text('stats')->readMessage();
    echo $policy, ' ', $policy === 'wait' ? ($count > 0 ? 'some' : 'none') : $count, "\n";
    $server->stop();
}
?>
--EXPECT--
drop_newest 2 {"dropped":true,"same":true,"sum":true,"queued":true,"closed":0,"lost":0,"connections":2}
0
drop_oldest 2 {"dropped":true,"same":true,"sum":true,"queued":true,"closed":0,"lost":0,"connections":2}
0
close 2 {"dropped":false,"same":true,"sum":true,"queued":false,"closed":1,"lost":1,"connections":1}
0
drop 2
close 1
wait some
