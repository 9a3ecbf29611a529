<?php
/* SPDX-License-Identifier: MIT
 *
 * A client that never answers the server's Close.
 */
class Bye implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send('bye')->close(4000);
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Bye)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
