<?php
/* SPDX-License-Identifier: MIT
 *
 * loop->stop() in onMessage: what was sent, what is open, and the second run().
 */
class Stops implements Ratchet\MessageComponentInterface
{
    public $loop;

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        echo "open\n";
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send("got $msg");
        $this->loop->stop();
        echo "stopping\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$stops = new Stops;
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($stops)), 0, '127.0.0.1');
$stops->loop = $server->loop;
echo 'listening on ', $server->socket->getAddress(), "\n";
for ($i = 0; $i < 3; $i++) {
    $server->run();
    echo "run $i is over\n";
}
