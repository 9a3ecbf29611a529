--TEST--
HttpServer and WsServer alone, on a connection of the script's own: bytes in, bytes out, at any cut
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\ConnectionInterface;

#[AllowDynamicProperties]
final class Mock implements ConnectionInterface
{
    public string $sent = '';
    public bool $closed = false;
    public function send($data) { $this->sent .= $data; return $this; }
    public function close() { $this->closed = true; }
}
final class App implements Ratchet\MessageComponentInterface, Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols() { return ['chat']; }
    public function onOpen(ConnectionInterface $conn) { echo 'open ', get_class($conn), ' ', $conn->name ?? 'no name', "\n"; }
    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo 'message ', addcslashes($msg, "\x7F..\xFF"), "\n";
        if ($msg === 'throw') throw new Exception('thrown');
        $from->send("<$msg>");
    }
    public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    public function onError(ConnectionInterface $conn, Exception $e) { echo 'error ', $e->getMessage(), "\n"; }
}
/* A loop that only keeps what it is given. */
final class FakeLoop implements React\EventLoop\LoopInterface
{
    public array $timers = [];
    public function addReadStream($stream, $listener) {}
    public function addWriteStream($stream, $listener) {}
    public function removeReadStream($stream) {}
    public function removeWriteStream($stream) {}
    public function addTimer($interval, $callback) {}
    public function addPeriodicTimer($interval, $callback) { $this->timers[] = [$interval, $callback]; }
    public function cancelTimer(React\EventLoop\TimerInterface $timer) {}
    public function futureTick($listener) {}
    public function addSignal($signal, $listener) {}
    public function removeSignal($signal, $listener) {}
    public function run() {}
    public function stop() {}
}

function frame(int $first, string $payload): string
{
    return chr($first) . chr(0x80 | strlen($payload)) . "\0\0\0\0" . $payload;
}
function show(Mock $conn): void
{
    echo addcslashes($conn->sent, "\r\n\0..\x1F\x7F..\xFF"), $conn->closed ? ' CLOSED' : '', "\n";
    $conn->sent = '';
}
const HEAD = "GET /chat?a=1 HTTP/1.1\r\nHost: example.org\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: chat\r\n\r\n";

$ws = new Ratchet\WebSocket\WsServer(new App);
$http = new Ratchet\Http\HttpServer($ws);
$loop = new FakeLoop;
$ws->enableKeepAlive($loop, 7);

echo "-- whole\n";
$http->onOpen($conn = new Mock);
var_dump($conn->httpHeadersReceived);
$conn->name = 'ann';
$http->onMessage($conn, HEAD);
show($conn);
var_dump($conn->httpHeadersReceived, (string) $conn->httpRequest->getUri(), $conn->WebSocket->closing);
$http->onMessage($conn, frame(0x81, 'one') . frame(0x89, 'ping') . frame(0x01, 'tw'));
$http->onMessage($conn, frame(0x80, 'o'));
show($conn);

echo "-- an exception goes up, then to onError\n";
try {
    $http->onMessage($conn, frame(0x81, 'throw'));
} catch (Exception $e) {
    $http->onError($conn, $e);
}
$http->onMessage($conn, frame(0x81, 'on'));
show($conn);

echo "-- keepalive of a loop that is not ours\n";
[[$interval, $tick]] = $loop->timers;
var_dump($interval, is_callable($tick));
$tick();
$ping = substr($conn->sent, 2);
var_dump(preg_match('/^[0-9a-f]{13}$/', $ping), ord($conn->sent[0]));
$conn->sent = '';
$http->onMessage($conn, frame(0x8A, $ping));
$tick();
var_dump($conn->closed);
$tick();
var_dump($conn->closed, bin2hex(substr($conn->sent, -4)));
$http->onMessage($conn, frame(0x81, 'too late'));
$http->onClose($conn);
$http->onClose($conn);

echo "-- byte by byte, frames behind the head\n";
$http->onOpen($conn = new Mock);
foreach (str_split(HEAD . frame(0x81, 'early') . frame(0x88, pack('n', 4001) . 'bye')) as $byte) {
    $http->onMessage($conn, $byte);
}
show($conn);
$http->onClose($conn);
$http->onOpen($conn = new Mock);
$http->onMessage($conn, HEAD . frame(0x81, 'same read'));
show($conn);
$http->onMessage($conn, frame(0x82, "\xFF") . "\x81\x01x");
show($conn);
$http->onClose($conn);

echo "-- refused\n";
foreach ([
    "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    str_replace('chat', 'other', HEAD),
    "GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
    "\r\n\r\n" . str_repeat('x', 16400),
    "POST / HTTP/1.1\r\nHost: x\r\n\r\n",
] as $bytes) {
    $http->onOpen($conn = new Mock);
    $http->onMessage($conn, $bytes);
    show($conn);
    $http->onClose($conn);
}
echo "-- an error before the head\n";
$http->onOpen($conn = new Mock);
$http->onError($conn, new Exception);
show($conn);
try {
    $ws->onOpen(new Mock);
} catch (UnexpectedValueException $e) {
    echo $e->getMessage(), "\n";
}
$ws->onError($conn = new Mock, new Exception);
var_dump($conn->closed);
?>
--EXPECT--
-- whole
bool(false)
open Ratchet\WebSocket\WsConnection ann
HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Protocol: chat\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n
bool(true)
string(27) "http://example.org/chat?a=1"
bool(false)
message one
message two
\201\005<one>\212\004ping\201\005<two>
-- an exception goes up, then to onError
message throw
error thrown
message on
\201\004<on>
-- keepalive of a loop that is not ours
float(7)
bool(true)
int(1)
int(137)
bool(false)
bool(true)
string(8) "880203e8"
close
-- byte by byte, frames behind the head
open Ratchet\WebSocket\WsConnection no name
message early
HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Protocol: chat\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n\201\a<early>\210\005\017\241bye CLOSED
close
open Ratchet\WebSocket\WsConnection no name
message same read
HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Protocol: chat\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n\201\v<same read>
message \377
\201\003<\377>\210*\003\352Ratchet detected an incorrect frame mask CLOSED
close
-- refused
HTTP/1.1 426 Upgrade header MUST be provided\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: chat\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: chat\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
HTTP/1.1 400 Bad Request\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
HTTP/1.1 400 Bad Request\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
-- an error before the head
HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n CLOSED
$request can not be null
bool(true)
