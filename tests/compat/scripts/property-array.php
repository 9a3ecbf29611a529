<?php
/* SPDX-License-Identifier: MIT
 *
 * An element that is put into an array which is a property of a connection, and
 * a property that is not there.
 */
class Tags implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->tags = ['first'];
        $conn->tags[] = 'second';
        echo json_encode($conn->tags), "\n";
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send(json_encode($from->nope));
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Tags)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
