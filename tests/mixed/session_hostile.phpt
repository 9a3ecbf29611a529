--TEST--
WsServer alone: what it holds is changed while it is used, by requests, destructors and callbacks
--EXTENSIONS--
wschat
--FILE--
<?php
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\WebSocket\WsServer;

#[AllowDynamicProperties]
final class Mock implements ConnectionInterface
{
    public string $sent = '';
    public function send($data) { $this->sent .= $data; return $this; }
    public function close() { $this->sent .= 'CLOSED'; }
}
/* What is freed is used again at once, so that a look at it shows. */
function fill(): void
{
    gc_collect_cycles();
    for ($i = 0, $GLOBALS['filling'] = []; $i < 200; $i++) {
        $GLOBALS['filling'][] = str_repeat('x', 8 + $i);
    }
}
final class App implements Ratchet\MessageComponentInterface, Ratchet\WebSocket\WsServerInterface
{
    public function __construct(public string $name, public array $protocols = []) {}
    public function getSubProtocols() { return $this->protocols; }
    public function onOpen(ConnectionInterface $conn) { echo "{$this->name} open\n"; }
    public function onMessage(ConnectionInterface $from, $msg) { echo "{$this->name} message ", strlen($msg), "\n"; }
    public function onClose(ConnectionInterface $conn) { echo "{$this->name} close\n"; }
    public function onError(ConnectionInterface $conn, Exception $e) { echo "{$this->name} error {$e->getMessage()}\n"; }
    public function __destruct() { echo "{$this->name} gone\n"; }
}
final class Destructor
{
    public function __construct(private Closure $harm) {}
    public function __destruct() { ($this->harm)(); }
}
final class Header
{
    public function __construct(private string $value, private Closure $harm) {}
    public function __toString(): string { ($this->harm)(); return $this->value; }
}
/* A request of the script's own that does harm when it is asked. */
final class Request implements RequestInterface
{
    public array $headers = ['Host' => ['x'], 'Upgrade' => ['websocket'], 'Connection' => ['Upgrade'],
        'Sec-WebSocket-Key' => ['dGhlIHNhbXBsZSBub25jZQ=='], 'Sec-WebSocket-Version' => ['13']];
    public ?Closure $harm = null;
    public function getHeaders() { $this->harm && ($this->harm)(); return $this->headers; }
    public function getMethod() { return 'GET'; }
    public function getRequestTarget() { return '/'; }
    public function getProtocolVersion() { return '1.1'; }
    public function getUri() {}
    public function getBody() {}
    public function hasHeader($name) {}
    public function getHeader($name) {}
    public function getHeaderLine($name) {}
    public function withProtocolVersion($version) {}
    public function withHeader($name, $value) {}
    public function withAddedHeader($name, $value) {}
    public function withoutHeader($name) {}
    public function withBody(Psr\Http\Message\StreamInterface $body) {}
    public function withRequestTarget($target) {}
    public function withMethod($method) {}
    public function withUri(Psr\Http\Message\UriInterface $uri, $preserve = false) {}
}
function frame(string $payload): string
{
    return "\x81" . chr(0x80 | strlen($payload)) . "\0\0\0\0" . $payload;
}

echo "-- constructed anew while the request is read\n";
$ws = new WsServer(new App('first', [str_repeat('a', 40), str_repeat('b', 50)]));
$request = new Request;
$request->headers['Sec-WebSocket-Protocol'] = [str_repeat('b', 50)];
$request->harm = function () use ($ws) {
    $ws->__construct(new App('second', ['other']));
    fill();
};
$ws->onOpen($conn = new Mock, $request);
echo preg_match('/Protocol: (b+)\r/', $conn->sent, $match) ? strlen($match[1]) : strtok($conn->sent, "\r"), "\n";
$ws->onClose($conn);

echo "-- a list of values that is emptied while it is read\n";
$ws = new WsServer(new App('app'));
$request = new Request;
$request->headers['X-List'] = &$list;
$list = [new Header('one', function () use (&$list) { $list = null; fill(); }), str_repeat('t', 30), str_repeat('u', 30)];
$ws->onOpen($conn = new Mock, $request);
echo strtok($conn->sent, "\r"), "\n";

echo "-- opened again, and closed by what that destroys\n";
final class Looking extends WsServer
{
    public function context(ConnectionInterface $conn) { return $this->connections[$conn]; }
    public function attach(ConnectionInterface $conn, $what): void { $storage = $this->connections; $storage[$conn] = $what; }
    public function count(): int { return count($this->connections); }
}
$ws = new Looking(new App('app'));
$ws->onOpen($conn = new Mock, new Request);
$ws->context($conn)->connection = new Destructor(function () use ($ws, $conn) {
    $ws->onClose($conn);
    fill();
});
try {
    $ws->onOpen($conn, new Request);
} catch (Throwable $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
$ws->onClose($conn);
echo $ws->count(), "\n";

echo "-- looked at again by what the look destroys\n";
$conns = [new Mock, new Mock, new Mock];
foreach ($conns as $conn) {
    $ws->onOpen($conn, new Request);
}
echo $ws->count(), "\n";
$ws->attach($conns[0], new Destructor(function () use ($ws, &$conns) {
    echo "inner ", $ws->count(), "\n";
    $ws->onClose($conns[2]);
    $ws->onOpen($conns[2] = new Mock, new Request);
    fill();
    echo "inner ", $ws->count(), "\n";
}));
$ws->onClose($conns[0]);
$ws->onOpen(new Mock, new Request);
$ws->onOpen(new Mock, new Request);
$ws->count();
echo $ws->count(), "\n";

echo "-- ended by what the look destroys, before it is in the list\n";
$ws = new Looking(new App('app'));
$ws->onOpen($one = new Mock, new Request);
$ws->count();
$ws->attach($one, new Destructor(function () use ($ws, &$two) {
    $ws->onClose($two);
    fill();
}));
$ws->onClose($one);
$ws->onOpen($two = new Mock, new Request);
$ws->count();
echo $ws->count(), "\n";

echo "-- its buffer constructed anew, the connection closed and opened, in onMessage\n";
final class Nested implements Ratchet\MessageComponentInterface
{
    public $ws;
    public $conn;
    public int $depth = 0;
    public function onOpen(ConnectionInterface $conn) { echo "open\n"; }
    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
        if ($msg === 'anew') {
            $buffer = $this->ws->context($this->conn)->buffer;
            $buffer->__construct(new Ratchet\RFC6455\Messaging\CloseFrameChecker, fn($m) => print("script $m\n"));
            fill();
            $buffer->onData(frame('of the script'));
        } elseif ($msg === 'reopen') {
            $this->ws->onClose($this->conn);
            $this->ws->onOpen($this->conn, new Request);
            fill();
            $this->ws->onMessage($this->conn, frame('nested'));
        } elseif ($msg === 'deep' && $this->depth++ < 200) {
            $this->ws->onMessage($this->conn, frame('deep'));
        }
    }
    public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    public function onError(ConnectionInterface $conn, Exception $e) {}
}
$app = new Nested;
$app->ws = new Looking($app);
$app->ws->onOpen($app->conn = new Mock, new Request);
$app->ws->onMessage($app->conn, frame('reopen') . frame('of the closed one'));
$app->ws->onMessage($app->conn, frame('anew') . frame('lost'));
$app->ws->onMessage($app->conn, frame('by the script now'));
$app->ws->onClose($app->conn);
$app->ws->onOpen($app->conn, new Request);
ob_start();
$app->ws->onMessage($app->conn, frame('deep'));
echo substr_count(ob_get_clean(), 'deep'), "\n";
$app->ws->onClose($app->conn);

echo "-- nothing is left\n";
$seen = [WeakReference::create($app), WeakReference::create($app->ws), WeakReference::create($app->conn)];
unset($app, $ws, $request, $list, $conn, $conns, $one, $two, $e);
gc_collect_cycles();
foreach ($seen as $reference) {
    var_dump($reference->get() === null);
}
?>
--EXPECT--
-- constructed anew while the request is read
first gone
second open
50
second close
-- a list of values that is emptied while it is read
second gone
app open
HTTP/1.1 101 Switching Protocols
-- opened again, and closed by what that destroys
app open
app open
app close
0
-- looked at again by what the look destroys
app open
app open
app open
3
app close
app open
app open
inner 2
app close
app open
app gone
inner 2
4
-- ended by what the look destroys, before it is in the list
app open
app close
app open
app close
app gone
0
-- its buffer constructed anew, the connection closed and opened, in onMessage
open
message reopen
close
open
message nested
message of the closed one
message anew
script of the script
script by the script now
close
open
201
close
-- nothing is left
app gone
bool(true)
bool(true)
bool(true)
