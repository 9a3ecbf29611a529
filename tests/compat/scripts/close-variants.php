<?php
/* SPDX-License-Identifier: MIT
 *
 * All the ways to close: codes, frames, nonsense, twice, in onOpen, and what
 * comes behind it.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;

class Closer implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        if ($conn->httpRequest->getUri()->getPath() === '/open') {
            $conn->send('hello')->close();
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        switch ($msg) {
            case 'plain': return $from->close();
            case 'code': return $from->close(4001);
            case 'low': return $from->close(99);
            case 'zero': return $from->close(0);
            case 'wide': return $from->close(65536 + 1003);
            case 'null': return $from->close(null);
            case 'string': return $from->close('4003');
            case 'frame': return $from->close(new Frame(pack('n', 4002) . 'grüße', true, Frame::OP_CLOSE));
            case 'empty': return $from->close(new Frame('', true, Frame::OP_CLOSE));
            case 'text': return $from->close(new Frame('last words'));
            case 'sent': return $from->send('before')->close(1001);
            case 'twice':
                $from->close(4004);
                $from->close(4005);
                return $from->send('behind');
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'closed ', var_export($conn->WebSocket->closing, true), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', get_class($e), ' ', $e->getMessage(), "\n";
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Closer)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
