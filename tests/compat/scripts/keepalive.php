<?php
/* SPDX-License-Identifier: MIT
 *
 * enableKeepAlive: pings, a client that answers them, and one that does not and
 * is closed.
 */
use Ratchet\ConnectionInterface;

class Quiet implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->path = $conn->httpRequest->getUri()->getPath();
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "{$conn->path} closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$ws = new Ratchet\WebSocket\WsServer(new Quiet);
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($ws), 0, '127.0.0.1');
$ws->enableKeepAlive($server->loop, 1);
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
