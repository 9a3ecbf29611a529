<?php
/* SPDX-License-Identifier: MIT
 *
 * An exception in onClose of a WebSocket.
 */
class Bad implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closing\n";
        throw new LogicException('in onClose');
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Bad)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
