--TEST--
Message: a large message knows nothing of the one before, whose memory it may have, and that memory is given back
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    class Look extends Ratchet\Server\EchoServer
    {
        private int $start = 0;
        private array $kept = [];

        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            $this->start = $this->start ?: memory_get_usage();
            if ($msg === 'forget') {
                $from->send(implode(' ', array_map('md5', $this->kept)));
                $this->kept = [];
                $look = function ($timer) use ($from) {
                    if (memory_get_usage() < $this->start + (1 << 20)) {
                        $from->send('given back');
                        React\EventLoop\Loop::cancelTimer($timer);
                    }
                };
                React\EventLoop\Loop::addPeriodicTimer(0.05, $look);
                return;
            }
            $hashed = [$msg => 1];
            $same = isset($hashed[str_repeat($msg[0], strlen($msg))]);
            $from->send(strlen($msg) . ($same ? ' same ' : ' different ') . (preg_match('//u', $msg) ? 'text' : 'bytes'));
            if ($msg[0] === 'k') {
                $this->kept[] = $msg;
            }
        }
    }
    serve(new Look);
    PHP, ['ini' => ['memory_limit' => '64M']]);
$client = WsClient::connect($server->port);
$client->text('begin');
echo $client->readMessage(), "\n";
$kept = '';
foreach (['a' => 3 << 20, "\xFF" => 3 << 20, 'k' => 3 << 20, 'b' => 3 << 20, 'c' => (3 << 20) - 5000, 'd' => 5 << 20] as $byte => $length) {
    $client->send($byte === "\xFF" ? WsClient::BINARY : WsClient::TEXT, str_repeat($byte, $length));
    echo $client->readMessage(), "\n";
}
$client->text('forget')->expectText(md5(str_repeat('k', 3 << 20)))->expectText('given back');
echo $server->finish(), "\n", $server->out(), $server->err();

/* What is kept makes way for a message that would not fit beside it. */
$server = TestServer::code(<<<'PHP'
    class Length extends Ratchet\Server\EchoServer
    {
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            $from->send((string) strlen($msg));
        }
    }
    serve(new Length);
    PHP, ['ini' => ['memory_limit' => '24M']]);
$client = WsClient::connect($server->port);
foreach ([6, 17, 6, 17] as $length) {
    $client->send(WsClient::BINARY, str_repeat('x', $length << 20))->expectText((string) ($length << 20));
}
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
5 different text
3145728 same text
3145728 same bytes
3145728 same text
3145728 same text
3140728 same text
5242880 same text
0
0
