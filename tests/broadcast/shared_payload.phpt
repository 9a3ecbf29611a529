--TEST--
Broadcast: a large string is queued by reference, and stays what it was when the script changes its variable
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private array $clients = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $from, $msg) {
            $before = memory_get_usage();
            $text = str_repeat('x', 1 << 20);
            foreach ($this->clients as $client) {
                $client->send($text);
            }
            $used = memory_get_usage() - $before;
            $text[0] = 'y';
            $text[1 << 19] = 'y';
            foreach ($this->clients as $client) {
                $client->send($text);
            }
            for ($i = 0; $i < 1 << 20; $i += 1000) {
                $text[$i] = 'z';
            }
            unset($text);
            $text = str_repeat('!', 1 << 20); /* likely the same memory */
            echo getenv('USE_ZEND_ALLOC') === '0' || $used < 3 << 20 ? "shared\n" : "copied: $used\n";
        }
    });
    PHP);
$clients = [];
for ($i = 0; $i < 20; $i++) {
    $clients[] = WsClient::connect($server->port);
}
$clients[0]->text('go');
$first = str_repeat('x', 1 << 20);
$second = $first;
$second[0] = $second[1 << 19] = 'y';
foreach ($clients as $i => $client) {
    if ($client->readMessage() !== $first || $client->readMessage() !== $second) {
        echo "client $i got something else\n";
    }
}
echo $server->out(), $server->err();
?>
--EXPECT--
shared
