--TEST--
memory_limit reached in whatever a callback asks of the extension: the script ends with status 255 or goes on, and nothing else
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_zend_alloc();
?>
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

$asked = [
    'send' => '$conn->send(str_repeat("x", 1 << 20));',
    'sends' => 'for ($i = 0; $i < 100000; $i++) { $conn->send("message $i"); }',
    'frame' => '$conn->send(new Ratchet\RFC6455\Messaging\Frame(str_repeat("x", 1 << 20)));',
    'frames' => 'for ($i = 0; $i < 100000; $i++) { $keep[] = new Ratchet\RFC6455\Messaging\Frame("x"); }',
    'broadcast' => '$server = WsChat\Server::from($io); $server->broadcast(str_repeat("x", 1 << 20)); $server->broadcast("y", $conn);',
    'exclude' => 'WsChat\Server::from($io)->broadcast("x", array_fill(0, 50000, $conn));',
    'connections' => 'for ($i = 0; $i < 100000; $i++) { $keep[] = WsChat\Server::from($io)->connections()->getIterator(); }',
    'timers' => 'for ($i = 0; $i < 100000; $i++) { $io->loop->addTimer(1000, fn() => $keep); }',
    'ticks' => 'for ($i = 0; $i < 100000; $i++) { $io->loop->futureTick(fn() => $i); }',
    'request' => 'for ($i = 0; $i < 100000; $i++) { $keep[] = $conn->httpRequest->withHeader("X-$i", "y"); }',
    'properties' => 'for ($i = 0; $i < 100000; $i++) { $conn->{"p$i"} = $i; }',
    'streams' => 'for ($i = 0; $i < 1000; $i++) { $pair = $keep[] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); $io->loop->addReadStream($pair[0], fn() => $keep); $keep[] = str_repeat("x", 10000); }',
    'servers' => 'for ($i = 0; $i < 1000; $i++) { $keep[] = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), 0, "127.0.0.1"); $keep[] = str_repeat("x", 20000); }',
];
foreach ($asked as $name => $ask) {
    $ended = [];
    foreach ([300000, 500000, 1000000] as $left) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            final class App extends Ratchet\Server\EchoServer
            {
                public $io;
                public function onMessage(Ratchet\ConnectionInterface $conn, $message)
                {
                    $io = $this->io;
                    $keep = [];
                    $full = [];
                    /* What is in PHP\'s pages is filled but for $left, and no further page is to be had. */
                    ini_set("memory_limit", (string) memory_get_usage(true));
                    while (memory_get_usage() + 2048 + ' . $left . ' < memory_get_usage(true)) {
                        $full[] = str_repeat("x", 2000);
                    }
                    echo "asked\n";
                    ' . $ask . '
                    $conn->send("went on");
                }
            }
            $app = new App;
            serve($app, ["options" => ["max_queued_bytes" => 1 << 28], "before" => function ($io) use ($app) { $app->io = $io; }]);
        ', ['ini' => ['display_errors' => '0', 'log_errors' => '0']]);
        $other = WsClient::connect($server->port);
        $client = WsClient::connect($server->port)->text('x');
        try {
            do {
                $text = $client->readMessage();
            } while ($text !== 'went on');
            $other->text('on')->sync();
            $ended[] = $server->finish() === 0 ? 'fine' : 'went on, and ended with ' . $server->wait();
        } catch (WsClientException) {
            $status = $server->wait();
            $ended[] = $status === 255 && $server->out() === "asked\n" ? 'fine' : "status $status: " . $server->err();
        }
    }
    echo "$name: ", implode(', ', $ended), "\n";
}
?>
--EXPECT--
send: fine, fine, fine
sends: fine, fine, fine
frame: fine, fine, fine
frames: fine, fine, fine
broadcast: fine, fine, fine
exclude: fine, fine, fine
connections: fine, fine, fine
timers: fine, fine, fine
ticks: fine, fine, fine
request: fine, fine, fine
properties: fine, fine, fine
streams: fine, fine, fine
servers: fine, fine, fine
