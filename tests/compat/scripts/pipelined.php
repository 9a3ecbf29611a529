<?php
/* SPDX-License-Identifier: MIT
 *
 * Many messages in one write, and one message byte by byte.
 */
class Counts implements Ratchet\MessageComponentInterface
{
    private $n = 0;

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send(++$this->n . " $msg");
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Counts)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
