<?php
/* SPDX-License-Identifier: MIT
 *
 * Frames and messages that are too large, and a length with its highest bit.
 */
class Quiet implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        echo 'message ', strlen($msg), "\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Quiet)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
