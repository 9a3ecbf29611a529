<?php
/* SPDX-License-Identifier: MIT
 *
 * Exceptions in onOpen, onMessage and onClose of a WebSocket: what onError
 * gets, and what lives on.
 */
use Ratchet\ConnectionInterface;

class Throws implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->path = $conn->httpRequest->getUri()->getPath();
        $conn->send('open');
        if ($conn->path === '/open') {
            throw new RuntimeException('in onOpen', 17);
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'throw') {
            throw new DomainException("in onMessage");
        }
        $from->send("got $msg");
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "{$conn->path} closed\n";
        if ($conn->path === '/close') {
            throw new LogicException('in onClose');
        }
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo "{$conn->path} ", get_class($conn), ' ', get_class($e), ' ', $e->getMessage(), ' ', $e->getCode(), ' ', basename($e->getFile()), "\n";
        $conn->send('sorry');
        if ($conn->path === '/end') {
            $conn->close(4500);
        }
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Throws)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
