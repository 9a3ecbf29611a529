--TEST--
What 2,000 connections hold in cycles through a stack of each kind is freed when they end
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
$common = '
    use Psr\Http\Message\RequestInterface;
    use Ratchet\{ConnectionInterface, Http\HttpServerInterface, Http\HttpServer, WebSocket\WsServer};
    final class Layer implements HttpServerInterface
    {
        public $first;
        public function __construct(public $next) {}
        public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
        {
            $conn->self = $conn;
            $conn->layer = $this;
            $conn->session = ["user" => str_repeat("x", 1000)];
            $conn->closure = function () use ($conn) {};
            $this->next->onOpen($conn, $request);
        }
        public function onMessage(ConnectionInterface $from, $msg) { $this->next->onMessage($from, $msg); }
        public function onClose(ConnectionInterface $conn) { $this->next->onClose($conn); }
        public function onError(ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
    }
    final class App implements Ratchet\MessageComponentInterface
    {
        public int $opened = 0;
        public array $seen = [];
        public $ws;
        public ?SplObjectStorage $clients = null;
        public function __construct() { $this->clients = new SplObjectStorage; }
        public function onOpen(ConnectionInterface $conn)
        {
            $this->opened++;
            $this->clients[$conn] = [$conn];
            $conn->app = $this;
            $conn->ws = $this->ws;
            if ($this->opened % 100 === 1) $this->seen[] = WeakReference::create($conn);
        }
        public function onMessage(ConnectionInterface $from, $msg)
        {
            if ($msg !== "memory") { $from->send($msg); return; }
            gc_collect_cycles();
            $lives = 0;
            foreach ($this->seen as $reference) $lives += $reference->get() !== null;
            $from->send("$lives " . count($this->clients) . " " . memory_get_usage());
        }
        public function onClose(ConnectionInterface $conn) { unset($this->clients[$conn]); }
        public function onError(ConnectionInterface $conn, Exception $e) {}
    }
    $app = new App;
    $app->ws = new WsServer($app);
';
$stacks = [
    'layer' => 'serve(new HttpServer(new Layer($app->ws)));',
    'native' => 'serve(new HttpServer($app->ws));',
    'router' => '$routes = new Symfony\Component\Routing\RouteCollection;
        $routes->add("r", new Symfony\Component\Routing\Route("/", ["_controller" => new Ratchet\Http\OriginCheck($app->ws, ["localhost", ""])]));
        serve(new HttpServer(new Ratchet\Http\Router(new Symfony\Component\Routing\Matcher\UrlMatcher($routes, new Symfony\Component\Routing\RequestContext))));',
    'subclass' => 'class Sub extends WsServer { public function onMessage(ConnectionInterface $from, $msg) { count($this->connections); parent::onMessage($from, $msg); } }
        $app->ws = new Sub($app); serve(new HttpServer(new Layer($app->ws)));',
    'react' => '$loop = React\EventLoop\Loop::get(); $socket = new React\Socket\TcpServer("127.0.0.1:0", $loop); $socket->on("connection", fn() => 1);
        $server = new Ratchet\Server\IoServer(new HttpServer(new Layer($app->ws)), $socket, $loop); pcntl_async_signals(true); pcntl_signal(SIGTERM, fn() => $loop->stop()); announce($server); $server->run();',
];
foreach ($stacks as $name => $code) {
    $server = TestServer::code($common . $code);
    $watch = WsClient::connect($server->port);
    $measure = function () use ($watch): array {
        $watch->text('memory');
        return array_map('intval', explode(' ', $watch->readMessage()));
    };
    $memory = [];
    for ($round = 0; $round < 2; $round++) {
        for ($i = 0; $i < 1000; $i++) {
            $client = WsClient::connect($server->port);
            $client->text('hi')->expectText('hi');
            if ($i % 2) $client->close(1000)->expectClose(1000)->expectEof(); else $client->disconnect();
        }
        [$lives, $clients, $memory[]] = $measure();
    }
    /* The tables of PHP itself may double; what each connection holds is a kilobyte. */
    $growth = $memory[1] - $memory[0];
    echo "$name: $lives of them live, $clients in the list, ", $growth < 400000 ? 'no growth' : "$growth bytes more", ' => ',
        $server->finish(), $server->out(), $server->err(), "\n";
}
?>
--EXPECT--
layer: 1 of them live, 1 in the list, no growth => 0
native: 1 of them live, 1 in the list, no growth => 0
router: 1 of them live, 1 in the list, no growth => 0
subclass: 1 of them live, 1 in the list, no growth => 0
react: 1 of them live, 1 in the list, no growth => 0
