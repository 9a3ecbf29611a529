--TEST--
IoServer on React's sockets: taken over by the engine, or by events where somebody else listens, too
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$common = '
    use Ratchet\Server\IoServer;

    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen(Ratchet\ConnectionInterface $conn)
        {
            $inner = (new ReflectionMethod($conn, "getConnection"))->invoke($conn);
            /* The engine has no React connection to wrap. */
            $wrapped = @(new ReflectionProperty(Ratchet\Server\IoConnection::class, "conn"))->getValue($inner);
            echo $conn->remoteAddress, " ", $conn->resourceId > 0 ? "" : "no id ", $wrapped ? "events" : "engine", "\n";
        }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "close\n"; }
    }
    $loop = React\EventLoop\Loop::get();
    function go(React\Socket\ServerInterface $socket, ?callable $before = null): void
    {
        global $loop;
        $server = new IoServer(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App)), $socket, $loop);
        $before && $before($socket);
        echo count($socket->listeners("connection")), " listening\n";
        pcntl_async_signals(true);
        pcntl_signal(SIGTERM, fn() => $loop->stop());
        announce($server);
        $server->run();
    }
';
$sockets = [
    'TcpServer' => 'go(new React\Socket\TcpServer("127.0.0.1:0", $loop));',
    'Server' => 'go(new React\Socket\Server("127.0.0.1:0", $loop));',
    'SocketServer' => 'go(new React\Socket\SocketServer("127.0.0.1:0", [], $loop));',
    'another listener' => 'go(new React\Socket\TcpServer("127.0.0.1:0", $loop), fn($socket) => $socket->on("connection", fn() => print("seen\n")));',
    'LimitingServer' => 'go(new React\Socket\LimitingServer(new React\Socket\TcpServer("127.0.0.1:0", $loop), 5));',
    'paused and resumed' => 'go(new React\Socket\TcpServer("127.0.0.1:0", $loop), function ($socket) { $socket->pause(); $socket->resume(); });',
    'a subclass that looks' => 'final class Looking extends IoServer { public function handleConnect($conn) { echo "looked\n"; parent::handleConnect($conn); } }
        $server = new Looking(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App)), new React\Socket\TcpServer("127.0.0.1:0", $loop), $loop);
        pcntl_async_signals(true); pcntl_signal(SIGTERM, fn() => $loop->stop()); announce($server); $loop->run();',
];
foreach ($sockets as $name => $code) {
    echo "-- $name\n";
    $server = TestServer::code($common . $code);
    $client = WsClient::connect($server->port);
    $client->text('hello')->expectText('hello');
    $client->fragments(1, 'in ', 'parts')->expectText('in parts');
    $client->close(1000)->expectClose(1000)->expectEof();
    $server->waitOut('close');
    $server->finish();
    echo preg_replace('/ready \d+\n/', '', file_get_contents("{$server->folder}/stdout")), $server->err();
}
?>
--EXPECT--
-- TcpServer
1 listening
127.0.0.1 engine
close
-- Server
1 listening
127.0.0.1 engine
close
-- SocketServer
1 listening
127.0.0.1 engine
close
-- another listener
2 listening
seen
127.0.0.1 events
close
-- LimitingServer
1 listening
127.0.0.1 events
close
-- paused and resumed
1 listening
127.0.0.1 engine
close
-- a subclass that looks
looked
127.0.0.1 events
close
