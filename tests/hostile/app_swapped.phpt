--TEST--
$server->app replaced in its own callback and run() again below it: the old one lives until it returns
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    final class App extends Ratchet\Server\EchoServer
    {
        public function __construct(public string $name) {}
        public function __destruct() { echo "{$this->name} gone\n"; }
        public function onMessage($conn, $message)
        {
            global $io;
            if ($message === "stop") {
                $io->loop->stop();
                return;
            }
            $conn->send($this->name);
            if ($message !== "swap") {
                return;
            }
            $io->app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App("second")));
            $io->run();
            for ($i = 0, $fill = []; $i < 100; $i++) {
                $fill[] = str_repeat("x", 24 + $i % 40);
            }
            gc_collect_cycles();
            echo "back in {$this->name}\n";
            throw new Exception("from {$this->name}");
        }
        public function onClose($conn) { echo "{$this->name}: onClose\n"; }
        public function onError($conn, $e) { echo "{$this->name}: onError ", $e->getMessage(), "\n"; }
    }
    (function () {
        serve(new App("first"), ["before" => fn($server) => $GLOBALS["io"] = $server]);
    })();
    unset($GLOBALS["io"]);
    echo "end\n";
');
$client = WsClient::connect($server->port);
$client->text('swap')->expectText('first');
$other = WsClient::connect($server->port);
$other->text('who')->expectText('second');
$other->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('second: onClose');
$third = WsClient::connect($server->port);
$third->text('stop');
echo str_replace(' | ', "\n", report($server));

/* A destructor of the old application that runs the server. */
$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    final class App extends Ratchet\Server\EchoServer
    {
        public function __destruct()
        {
            global $io;
            echo "in\n";
            $io->loop->futureTick(fn() => $io->loop->stop());
            $io->run();
            echo "out\n";
        }
    }
    $io = Ratchet\Server\IoServer::factory(new App, 0, "127.0.0.1");
    announce($io);
    $io->app = new Ratchet\Server\EchoServer;
    $io->loop->addTimer(0.05, fn() => $io->loop->stop());
    $io->run();
    echo "end\n";
');
echo report($server);
?>
--EXPECT--
second: onClose
back in first
first: onError from first
end
first gone
second gone => status 0
in | out | end => status 0
