<?php
/* SPDX-License-Identifier: MIT
 *
 * $conn->WebSocket->closing: before and after a close, and when the client has
 * gone by itself.
 */
class Flag implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        echo var_export($conn->WebSocket->closing, true), "\n";
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->close();
        echo 'closed by us ', var_export($from->WebSocket->closing, true), "\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo 'onClose ', var_export($conn->WebSocket->closing, true);
        $conn->close();
        echo ' ', var_export($conn->WebSocket->closing, true), "\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Flag)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
