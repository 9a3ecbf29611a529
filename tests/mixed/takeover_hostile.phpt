--TEST--
A React socket that the engine accepts on: closed, paused, shared and dropped in callbacks, with servers made meanwhile
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$common = '
    use Ratchet\{ConnectionInterface, Http\HttpServer, Server\IoServer, WebSocket\WsServer};
    use React\Socket\TcpServer;

    final class App extends Ratchet\Server\EchoServer
    {
        public function __construct(private ?Closure $harm = null) {}
        public function onOpen(ConnectionInterface $conn) { echo "open\n"; }
        public function onMessage(ConnectionInterface $from, $msg)
        {
            $msg === "harm" ? ($this->harm)($from) : $from->send($msg);
        }
        public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    }
    function stack(?Closure $harm = null) { return new HttpServer(new WsServer(new App($harm))); }
    $loop = React\EventLoop\Loop::get();
    $socket = new TcpServer("127.0.0.1:0", $loop);
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn() => $loop->stop());
    function go(Closure $harm): void
    {
        global $socket, $loop, $server;
        announce($server = new IoServer(stack($harm), $socket, $loop));
        $server->run();
        echo "end\n";
    }
    final class Destructor
    {
        public function __construct(private Closure $harm) {}
        public function __destruct() { ($this->harm)(); }
    }
';
/* Does harm in one client's onMessage; it and a bystander stay connected; says what a third one meets. */
function provoke(string $name, string $harm): void
{
    global $common;
    $server = TestServer::code("$common go(function (\$conn) use (&\$server) { global \$socket, \$loop, \$server; $harm \$conn->send('done'); });");
    $client = WsClient::connect($server->port);
    $other = WsClient::connect($server->port);
    $client->text('harm')->expectText('done');
    $other->text('still')->expectText('still');
    $client->text('there')->expectText('there');
    try {
        $third = WsClient::connect($server->port);
        $third->text('third')->expectText('third');
        $meets = 'served';
    } catch (Throwable) {
        $meets = 'refused';
    }
    $client->close(1000)->expectClose(1000)->expectEof();
    $other->close(1000)->expectClose(1000)->expectEof();
    $status = $server->finish();
    echo "$name: $meets => $status ", str_replace("\n", ' ', trim($server->out() . $server->err())), "\n";
}
provoke('closed', '$socket->close(); $socket->close();');
provoke('paused and resumed', '$socket->pause(); $socket->pause(); $socket->resume(); $socket->resume();');
provoke('closed, resumed', '$socket->close(); $socket->resume(); $socket->pause();');
provoke('shared', '$socket->on("connection", fn() => print("seen\n"));');
provoke('shared, closed', '$socket->on("connection", fn() => print("seen\n")); $socket->close();');
provoke('all listeners removed', '$socket->removeAllListeners();');
provoke('paused, all listeners removed, resumed', '$socket->pause(); $socket->removeAllListeners(); $socket->resume();');
provoke('a second IoServer on it', 'new IoServer(stack(), $socket, $loop);');
provoke('dropped', '$socket = $server = null; gc_collect_cycles();');
provoke('constructed anew', '$server->__construct(stack(), new TcpServer("127.0.0.1:0", $loop), $loop);');
provoke('socket constructed anew', 'try { $socket->__construct("127.0.0.1:0", $loop); } catch (Error | Exception $e) { echo get_class($e), " "; }');
provoke('socket swapped', '$server->socket = null; $server->app = stack(); gc_collect_cycles();');
provoke('closed from a tick', '$loop->futureTick(fn() => $socket->close());');
provoke('closed, 40 servers made by what goes with it', '
    new IoServer(stack(), new TcpServer("127.0.0.1:0", $loop), $loop);
    global $map;
    $map = new WeakMap;
    $map->offsetSet($socket, new Destructor(function () use ($loop) {
        for ($i = 0; $i < 40; $i++) {
            (new IoServer(stack(), $made = new TcpServer("127.0.0.1:0", $loop), $loop));
            $made->close();
        }
        echo "made\n";
    }));
    $closed = $socket;
    $socket = $server->socket = null;
    $closed->close();
    unset($closed);
');
?>
--EXPECT--
closed: refused => 0 open open close close end
paused and resumed: served => 0 open open open close close end
closed, resumed: refused => 0 open open close close end
shared: served => 0 open open seen open close close end
shared, closed: refused => 0 open open close close end
all listeners removed: refused => 0 open open close close end
paused, all listeners removed, resumed: refused => 0 open open close close end
a second IoServer on it: refused => 0 open open open close close close end
dropped: served => 0 open open open close close end
constructed anew: served => 0 open open open close close end
socket constructed anew: served => 0 open open Error open close close end
socket swapped: served => 0 open open open close close end
closed from a tick: refused => 0 open open close close end
closed, 40 servers made by what goes with it: refused => 0 open open made close close end
