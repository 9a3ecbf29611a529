<?php
/* SPDX-License-Identifier: MIT
 *
 * Pings of the client between fragments, pongs nobody asked for, pings that the
 * server sends by hand.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;

class Pinger implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send(new Frame('by hand', true, Frame::OP_PING));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
        $from->send("got $msg")->send(new Frame('', true, Frame::OP_PONG));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Pinger)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
