<?php
/* SPDX-License-Identifier: MIT
 *
 * Frames right behind the request, in one write with it.
 */
class Early implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send('open, body ' . strlen($conn->httpRequest->getBody()));
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send("got $msg");
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Early)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
