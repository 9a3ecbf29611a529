<?php
/* SPDX-License-Identifier: MIT
 *
 * An \Error: a method that does not exist, in onMessage.
 */
class Wrong implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        if ($msg === 'wrong') {
            $this->doesNotExist($msg);
        }
        $from->send($msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($e), ' ', $e->getMessage(), ' of ', $e->getPrevious() ? get_class($e->getPrevious()) : 'nothing', "\n";
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Wrong)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
