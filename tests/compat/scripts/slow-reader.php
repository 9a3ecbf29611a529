<?php
/* SPDX-License-Identifier: MIT
 *
 * A client that reads nothing for a while: the others do not wait, and onClose
 * comes when all is written.
 */
use Ratchet\ConnectionInterface;

class Flood implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->path = $conn->httpRequest->getUri()->getPath();
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'flood') {
            for ($i = 0; $i < 10; $i++) {
                $from->send(str_repeat((string) $i, 1000000));
            }
            $from->close(4000);
            echo "queued\n";
            return;
        }
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "{$conn->path} closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Flood)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
