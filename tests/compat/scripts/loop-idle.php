<?php
/* SPDX-License-Identifier: MIT
 *
 * run() returns when nothing is left to wait for, and after stop().
 */
class Last implements Ratchet\MessageComponentInterface
{
    public $server;

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $this->server->socket->close();
        echo var_export($this->server->socket->getAddress(), true), "\n";
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send("got $msg");
        if ($msg === 'close') {
            $from->close();
        }
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$last = new Last;
$last->server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($last)), 0, '127.0.0.1');
$last->server->loop->addTimer(0.001, fn() => $last->server->loop->stop());
var_dump($last->server->run());
echo "stopped\n";
echo 'listening on ', $last->server->socket->getAddress(), "\n";
var_dump($last->server->run());
echo "idle\n";
exit(5);
