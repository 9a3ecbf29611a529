--TEST--
Layers in PHP in front of a WsServer that throw, exit(), hand on twice or never, and keep what has ended: the others go on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$common = '
    use Psr\Http\Message\RequestInterface;
    use Ratchet\{ConnectionInterface, Http\HttpServerInterface, Http\HttpServer, WebSocket\WsServer};

    final class App implements Ratchet\MessageComponentInterface
    {
        public function onOpen(ConnectionInterface $conn) { echo "open\n"; }
        public function onMessage(ConnectionInterface $from, $msg) { $from->send($msg); }
        public function onClose(ConnectionInterface $conn) { echo "close\n"; }
        public function onError(ConnectionInterface $conn, Exception $e) { echo "app error\n"; $conn->close(); }
    }
    /* Does harm in one callback if the path names it, else hands on. */
    final class Layer implements HttpServerInterface
    {
        public $kept = [];
        public function __construct(public $next, private Closure $harm) {}
        private function at(string $place, ConnectionInterface $conn): bool
        {
            return isset($conn->place) && $conn->place === $place && ($this->harm)($conn, $this, $place);
        }
        public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
        {
            $conn->place = substr($request->getUri()->getPath(), 1);
            $conn->request = $request;
            if (!$this->at("onOpen", $conn)) $this->next->onOpen($conn, $request);
        }
        public function onMessage(ConnectionInterface $from, $msg)
        {
            if ($from->place === "onError") throw new Exception("for onError");
            if (!$this->at("onMessage", $from)) $this->next->onMessage($from, $msg);
        }
        public function onClose(ConnectionInterface $conn) { if (!$this->at("onClose", $conn)) $this->next->onClose($conn); }
        public function onError(ConnectionInterface $conn, Exception $e)
        {
            if (!$this->at("onError", $conn)) $this->next->onError($conn, $e);
        }
    }
    function go(Closure $harm): void
    {
        ini_set("error_log", "/dev/null");
        serve(new HttpServer(new Layer(new WsServer(new App), $harm)));
        echo "end\n";
    }
';
/* What the client gets, up to the end; a bystander must live unless the script ends. */
function provoke(string $name, string $harm, bool $ends = false): void
{
    global $common;
    foreach (['onOpen', 'onMessage', 'onClose', 'onError'] as $place) {
        $server = TestServer::code("$common go(function (\$conn, \$layer, \$place) { $harm });");
        $other = WsClient::connect($server->port);
        $client = new WsClient($server->port);
        $frames = WsClient::frame(1, 'x') . WsClient::frame(8, pack('n', 1000));
        $got = '';
        try {
            $client->write(WsClient::upgradeHead([], "/$place"));
            if ($place !== 'onOpen') {
                $got = $client->readHead()->status . ' ';
            }
            $got .= bin2hex($client->write($frames)->shutdown()->readAll());
        } catch (WsClientException $e) {
            $got .= 'cut'; /* reset, as nobody has read what was sent */
        }
        $lives = true;
        try {
            $other->sync();
            $other->close(1000)->expectClose(1000)->expectEof();
        } catch (WsClientException) {
            $lives = false;
        }
        $status = $ends && !$lives ? $server->wait() : $server->finish();
        /* A second answer goes out only if the client's frames did not come with its request. */
        $got = preg_replace('/(485454502f312e312031303120.*?0d0a0d0a)+/', '101 ', $got);
        echo "$name in $place: ", $got, $lives ? '' : ' HARMED', " => $status ",
            preg_replace('/\s+(Fatal error): .*|\n/s', ' $1', trim($server->out() . $server->err())), "\n";
    }
}
provoke('throw', 'throw new Exception("thrown");');
provoke('Error', 'throw new Error("thrown");');
provoke('exit', 'exit(7);', true);
provoke('never', 'return true;');
provoke('close', '$conn->close(); return false;');
provoke('close, never', '$conn->close(); return true;');
provoke('open twice', '$layer->next->onOpen($conn, $conn->request); return false;');
provoke('close twice', '$layer->next->onClose($conn); return false;');
provoke('drop next', '$layer->next = new WsServer(new App); gc_collect_cycles(); return false;');
provoke('unset all', 'foreach (["WebSocket", "httpRequest", "httpHeadersReceived", "resourceId", "remoteAddress"] as $name) unset($conn->$name); return false;');
provoke('null', '$conn->WebSocket = null; $conn->httpRequest = null; return false;');
provoke('other server', '$GLOBALS["x"] = new WsServer(new App); $GLOBALS["x"]->onOpen($conn, $conn->request); return false;');
provoke('fiber', '$fiber = new Fiber(function () use ($layer, $conn) { $conn->send("f"); Fiber::suspend(); $conn->send("g"); }); $fiber->start(); $layer->kept[] = $fiber; return false;');
provoke('suspend', 'Fiber::suspend(); return false;');
provoke('fatal', 'eval("class App {}"); return false;', true);
?>
--EXPECT--
throw in onOpen:  => 0 open close end
throw in onMessage: 101 880203e8 => 0 open open app error close close end
throw in onClose: 101 810178880203e8 => 0 open open app error close end
throw in onError: 101  => 0 open open close close end
Error in onOpen:  => 0 open close end
Error in onMessage: 101 880203e8 => 0 open open app error close close end
Error in onClose: 101 810178880203e8 => 0 open open app error close end
Error in onError: 101  => 0 open open close close end
exit in onOpen:  HARMED => 7 open
exit in onMessage: 101  HARMED => 7 open open
exit in onClose: 101 810178880203e8 HARMED => 7 open open
exit in onError: 101  HARMED => 7 open open
never in onOpen:  => 0 open close end
never in onMessage: 101  => 0 open open close close end
never in onClose: 101 810178880203e8 => 0 open open close end
never in onError: 101  => 0 open open close close end
close in onOpen:  => 0 open open close close end
close in onMessage: 101  => 0 open open close close end
close in onClose: 101 810178880203e8 => 0 open open close close end
close in onError: 101  => 0 open open app error close close end
close, never in onOpen:  => 0 open close end
close, never in onMessage: 101  => 0 open open close close end
close, never in onClose: 101 810178880203e8 => 0 open open close end
close, never in onError: 101  => 0 open open close close end
open twice in onOpen: 101 810178880203e8 => 0 open open open close close end
open twice in onMessage: 101 101 810178880203e8 => 0 open open open close close end
open twice in onClose: 101 810178880203e8 => 0 open open open close close end
open twice in onError: 101 101 880203e8 => 0 open open open app error close close end
close twice in onOpen: 101 810178880203e8 => 0 open open close close end
close twice in onMessage: 101  => 0 open open close close end
close twice in onClose: 101 810178880203e8 => 0 open open close close end
close twice in onError: 101  => 0 open open close close end
drop next in onOpen: 101 810178880203e8 HARMED => 0 open open close end
drop next in onMessage: 101  HARMED => 0 open open end
drop next in onClose: 101 810178880203e8 HARMED => 0 open open end
drop next in onError: 101  HARMED => 0 open open end
unset all in onOpen: 101 810178880203e8 => 0 open open close close end
unset all in onMessage: 101 810178880203e8 => 0 open open close close end
unset all in onClose: 101 810178880203e8 => 0 open open close close end
unset all in onError: 101 880203e8 => 0 open open app error close close end
null in onOpen: 101 810178880203e8 => 0 open open close close end
null in onMessage: 101 810178880203e8 => 0 open open close close end
null in onClose: 101 810178880203e8 => 0 open open close close end
null in onError: 101 880203e8 => 0 open open app error close close end
other server in onOpen: 101 810178880203e8 => 0 open open open close close end
other server in onMessage: 101 101 810178880203e8 => 0 open open open close close end
other server in onClose: 101 810178880203e8 => 0 open open open close close end
other server in onError: 101 101 880203e8 => 0 open open open app error close close end
fiber in onOpen: 66101 810178880203e8 => 0 open open close close end
fiber in onMessage: 101 66810178880203e8 => 0 open open close close end
fiber in onClose: 101 810178880203e8 => 0 open open close close end
fiber in onError: 101 66880203e8 => 0 open open app error close close end
suspend in onOpen:  => 0 open close end
suspend in onMessage: 101 880203e8 => 0 open open app error close close end
suspend in onClose: 101 810178880203e8 => 0 open open app error close end
suspend in onError: 101  => 0 open open close close end
fatal in onOpen:  HARMED => 255 open Fatal error
fatal in onMessage: 101  HARMED => 255 open open Fatal error
fatal in onClose: 101 810178880203e8 HARMED => 255 open open Fatal error
fatal in onError: 101  HARMED => 255 open open Fatal error
