<?php
/* SPDX-License-Identifier: MIT
 *
 * A callback that blocks: everything that came meanwhile is served afterwards,
 * and nothing leaves before it returns.
 */
class Blocks implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        echo "begin $msg\n";
        $from->send("before $msg");
        if ($msg === 'sleep') {
            usleep(200000);
        }
        $from->send("after $msg");
        echo "end $msg\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Blocks)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
