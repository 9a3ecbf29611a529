<?php
/* SPDX-License-Identifier: MIT
 *
 * The layers without a socket: bytes in, bytes out, with a connection of one's
 * own.
 */
use Ratchet\ConnectionInterface;

#[AllowDynamicProperties]
class Fake implements ConnectionInterface
{
    public $sent = '';
    public $closed = 0;

    public function send($data)
    {
        $this->sent .= $data;
        return $this;
    }

    public function close()
    {
        $this->closed++;
    }
}

class App implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo 'open ', get_class($conn), "\n";
        $conn->send('welcome');
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
        $from->send(strtoupper($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "close\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', get_class($e), ' ', $e->getMessage(), "\n";
    }
}

function frame($payload, $opcode = 1)
{
    return chr(0x80 | $opcode) . chr(0x80 | strlen($payload)) . "\0\0\0\0$payload";
}

$http = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App));
$conn = new Fake;
$http->onOpen($conn);
$http->onMessage($conn, "GET /x HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n");
echo json_encode([$conn->sent, isset($conn->httpBuffer), $conn->httpHeadersReceived]), "\n";
$http->onMessage($conn, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
echo json_encode($conn->sent, JSON_INVALID_UTF8_SUBSTITUTE), ' ', $conn->httpRequest->getUri()->getPath(), "\n";
$conn->sent = '';
$bytes = frame('one') . frame('two');
$http->onMessage($conn, substr($bytes, 0, 5));
$http->onMessage($conn, substr($bytes, 5));
$http->onError($conn, new Exception('passed on'));
echo bin2hex($conn->sent), "\n";
$conn->sent = '';
$http->onMessage($conn, frame('p', 9) . frame(pack('n', 1000), 8));
echo bin2hex($conn->sent), ' ', $conn->closed, ' ', var_export($conn->WebSocket->closing, true), "\n";
$http->onClose($conn);

$bad = new Fake;
$http->onOpen($bad);
$http->onMessage($bad, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
echo json_encode($bad->sent), ' ', $bad->closed, "\n";
$early = new Fake;
$http->onOpen($early);
$http->onError($early, new Exception('early'));
echo json_encode($early->sent), ' ', $early->closed, "\n";
$http->onClose($early);
