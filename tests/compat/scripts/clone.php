<?php
/* SPDX-License-Identifier: MIT
 *
 * A clone of a connection.
 */
class Copies implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        try {
            $copy = clone $conn;
            $copy->send('from the copy');
        } catch (Error $e) {
            $conn->send(get_class($e));
        }
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Copies)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
