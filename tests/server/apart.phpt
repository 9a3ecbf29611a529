--TEST--
WsChat\Server: broadcast(), connections() and ban() with connections behind a layer in PHP, and on a socket of React's
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = '
    require ' . var_export(__DIR__ . '/app.inc', true) . ';
    use Ratchet\ConnectionInterface;

    final class Layer implements Ratchet\Http\HttpServerInterface
    {
        public function __construct(private Ratchet\Http\HttpServerInterface $next) {}
        public function onOpen(ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null)
        {
            $this->next->onOpen($request->getUri()->getPath() === "/harm" ? new Harm($conn) : $conn, $request);
        }
        public function onMessage(ConnectionInterface $from, $msg) { $this->next->onMessage($from, $msg); }
        public function onClose(ConnectionInterface $conn) { $this->next->onClose($conn); }
        public function onError(ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
    }

    /* Lets the 101 pass, and nothing else. */
    final class Harm extends Ratchet\AbstractConnectionDecorator
    {
        public function send($data)
        {
            str_starts_with($data, "HTTP/1.1 101") ? $this->getConnection()->send($data) : throw new DomainException("no send");
        }
        public function close() { throw new DomainException("no close"); }
    }

    $ws = new Ratchet\WebSocket\WsServer(new App);
    $other = new Ratchet\WebSocket\WsServer(new App);
';
$kinds = [
    'behind a layer in PHP' => 'serve_app(new Layer($ws));',
    "on a socket of React's" => '
        $loop = React\EventLoop\Loop::get();
        $socket = new React\Socket\LimitingServer(new React\Socket\TcpServer(0, $loop), null);
        App::$ioServer = new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer(new Layer($ws)), $socket, $loop);
        pcntl_async_signals(true);
        pcntl_signal(SIGTERM, fn() => $loop->stop());
        announce(App::$ioServer);
        App::$ioServer->run();',
];
foreach ($kinds as $kind => $serve) {
    echo "-- $kind\n";
    $server = TestServer::code($code . $serve);
    $clients = [];
    for ($i = 0; $i < 3; $i++) {
        $clients[] = WsClient::connect($server->port);
    }

    /* The answer, and what came to whom before it. */
    $try = function (string $code, int ...$to) use (&$clients): void {
        $clients[0]->text("return json_encode((function () use (\$server, \$from, \$ids, \$storage) { $code })());");
        foreach ($to as $i) {
            $frame = $clients[$i]->read();
            echo "$i gets \"", addcslashes($frame->payload, "\0..\37\177..\377"), '"', $frame->opcode === WsClient::BINARY ? ' (binary), ' : ', ';
        }
        echo $clients[0]->readMessage(), "\n";
    };
    $try('return $server->broadcast("to all");', 0, 1, 2);
    $try('return $server->broadcast(12.5, $from);', 1, 2);
    $try('return $server->broadcast("one", [$from, $server->connections()->get($ids[1])]);', 2);
    $try('return $server->broadcast("none", $storage);');
    $try('return $server->broadcastBinary("\0\xff", $from);', 1, 2);
    $try('return $server->broadcast(new Ratchet\RFC6455\Messaging\Frame("frame", true, 2));', 0, 1, 2);
    $try('return $server->broadcast("theirs", null, $GLOBALS["ws"]);', 0, 1, 2);
    $try('return $server->broadcast("none", null, $GLOBALS["other"]);');
    $try('return [count($server->connections()), $server->connections()->has($ids[1]), array_keys(iterator_to_array($server->connections())) === $ids];');
    $try('$server->connections()->get($ids[1])->close(4000); return $server->broadcast("who is left");', 0, 2);
    $clients[1]->expectClose(4000)->close(4000)->expectEof();
    $try('return [count($server->connections()), $server->connections()->has($ids[1])];');

    $harm = WsClient::connect($server->port, [], '/harm');
    $clients[0]->text('return $server->broadcast("as far as it goes");');
    echo $clients[0]->readMessage(), ', ', $clients[0]->readMessage(), ', ', $clients[2]->readMessage(), "\n";
    $try('return count($server->connections());');

    $clients[0]->text('$server->ban("127.0.0.1"); return "banned";');
    $frame = $clients[0]->readFrame();
    echo $frame->opcode === WsClient::CLOSE ? "closed with {$frame->code()}" : $frame->payload, "\n";
    if ($frame->opcode === WsClient::CLOSE) {
        $clients[2]->expectClose(1008);
        $harm->expectEof(); /* though its close() throws */
    }
    unset($clients, $harm);
    echo $server->finish(), "\n", $server->out(), preg_replace('/ in \S+:\d+$/m', '', $server->err());
}
?>
--EXPECT--
-- behind a layer in PHP
0 gets "to all", 1 gets "to all", 2 gets "to all", 3
1 gets "12.5", 2 gets "12.5", 2
2 gets "one", 1
0
1 gets "\000\377" (binary), 2 gets "\000\377" (binary), 2
0 gets "frame" (binary), 1 gets "frame" (binary), 2 gets "frame" (binary), 3
0 gets "theirs", 1 gets "theirs", 2 gets "theirs", 3
0
[3,true,true]
0 gets "who is left", 2 gets "who is left", 2
[2,false]
as far as it goes, DomainException: no send, as far as it goes
3
closed with 1008
0
DomainException: no send
wschat: close() has thrown DomainException: no send
-- on a socket of React's
0 gets "to all", 1 gets "to all", 2 gets "to all", 3
1 gets "12.5", 2 gets "12.5", 2
2 gets "one", 1
0
1 gets "\000\377" (binary), 2 gets "\000\377" (binary), 2
0 gets "frame" (binary), 1 gets "frame" (binary), 2 gets "frame" (binary), 3
0 gets "theirs", 1 gets "theirs", 2 gets "theirs", 3
0
[3,true,true]
0 gets "who is left", 2 gets "who is left", 2
[2,false]
as far as it goes, DomainException: no send, as far as it goes
3
RuntimeException: This server accepts no connections itself: who is accepted is up to its socket
0
DomainException: no send
RuntimeException: This server accepts no connections itself: who is accepted is up to its socket
