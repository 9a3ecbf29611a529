--TEST--
Subclasses of WsServer and HttpServer: overridden callbacks are called, protected members are there, maxSize counts
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$apps = '
    use Ratchet\ConnectionInterface;
    use Ratchet\Http\HttpServer;
    use Ratchet\WebSocket\WsServer;

    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen(ConnectionInterface $conn) { echo "open {$conn->resourceId}\n"; }
        public function onClose(ConnectionInterface $conn) { echo "close {$conn->resourceId}\n"; }
    }
';
$ask = function (TestServer $server): void {
    $one = WsClient::connect($server->port);
    $two = WsClient::connect($server->port);
    $one->text('hello')->expectText('hello');
    $two->ping('p')->expectPong('p');
    $one->close(1000)->expectClose(1000)->expectEof();
    $two->sync();
    $two->close(1000)->expectClose(1000)->expectEof();
    $server->finish();
    echo $server->out();
};

echo "-- callbacks\n";
$ask(TestServer::code($apps . '
    final class Counting extends WsServer
    {
        public int $bytes = 0;
        public function onOpen(ConnectionInterface $conn, Psr\Http\Message\RequestInterface $request = null)
        {
            echo "before\n";
            parent::onOpen($conn, $request);
            echo "connections ", count($this->connections), " ", get_class($this->connections[$conn]->connection), "\n";
        }
        public function onMessage(ConnectionInterface $from, $msg) { $this->bytes += strlen($msg); parent::onMessage($from, $msg); }
        public function onControlFrame(Ratchet\RFC6455\Messaging\FrameInterface $frame, Ratchet\WebSocket\WsConnection $conn)
        {
            echo "control ", $frame->getOpcode(), "\n";
            parent::onControlFrame($frame, $conn);
        }
        public function onClose(ConnectionInterface $conn)
        {
            parent::onClose($conn);
            echo "connections ", count($this->connections), "\n";
        }
    }
    serve(new Counting(new App));
'));

echo "-- none overridden: the protected storage is filled when it is read\n";
$ask(TestServer::code($apps . '
    final class Listing extends WsServer
    {
        public function list(): string
        {
            $names = [];
            foreach ($this->connections as $conn) {
                $names[] = get_class($conn) . " " . $this->connections[$conn]->connection->resourceId;
            }
            return count($this->connections) . ": " . implode(", ", $names);
        }
    }
    final class Asking extends Ratchet\Server\EchoServer
    {
        public Listing $ws;
        public function onMessage(ConnectionInterface $from, $msg) { echo $this->ws->list(), "\n"; $from->send($msg); }
    }
    $app = new Asking;
    serve($app->ws = new Listing($app));
'));

echo "-- HttpServer\n";
$server = TestServer::code($apps . '
    final class Large extends HttpServer
    {
        public function __construct($component)
        {
            parent::__construct($component);
            $this->_reqParser->maxSize = 300;
        }
    }
    serve(new Large(new WsServer(new App)));
');
$head = WsClient::upgradeHead(['X-Fill' => str_repeat('x', 400)]);
echo strtok((new WsClient($server->port))->write($head)->readAll(), "\r"), "\n";
WsClient::connect($server->port)->close(1000)->expectClose(1000)->expectEof();
$server->finish();
echo $server->out();

$server = TestServer::code($apps . '
    final class Watching extends HttpServer
    {
        public function onOpen(ConnectionInterface $conn) { echo "tcp {$conn->resourceId}\n"; parent::onOpen($conn); }
        public function onMessage(ConnectionInterface $from, $msg)
        {
            echo var_export($from->httpHeadersReceived, true), "\n";
            parent::onMessage($from, $msg);
        }
    }
    serve(new Watching(new WsServer(new App)));
');
$client = WsClient::connect($server->port);
$client->text('x')->expectText('x');
$client->close(1000)->expectClose(1000)->expectEof();
$server->finish();
echo $server->out();
?>
--EXPECT--
-- callbacks
before
open 1
connections 1 Ratchet\WebSocket\WsConnection
before
open 2
connections 2 Ratchet\WebSocket\WsConnection
control 9
control 8
close 1
connections 1
control 9
control 8
close 2
connections 0
-- none overridden: the protected storage is filled when it is read
2: Ratchet\Server\IoConnection 1, Ratchet\Server\IoConnection 2
-- HttpServer
HTTP/1.1 413 Request Entity Too Large
open 2
close 2
tcp 1
false
open 1
true
true
close 1
