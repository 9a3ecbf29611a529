<?php
/* SPDX-License-Identifier: MIT
 *
 * Frames that break the protocol: the code and the reason of each.
 */
class Quiet implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo 'closed ', var_export($conn->WebSocket->closing, true), "\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Quiet)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
