<?php
/* SPDX-License-Identifier: MIT
 *
 * Closing everybody in a loop, while onClose takes them out of the list.
 */
use Ratchet\ConnectionInterface;

class Closing implements Ratchet\MessageComponentInterface
{
    private $clients;
    private $looping = false;

    public function __construct()
    {
        $this->clients = new SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients->attach($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->looping = true;
        $n = 0;
        foreach ($this->clients as $client) {
            $client->send('the end')->close(1001);
            $n++;
        }
        $this->looping = false;
        echo "closed $n\n";
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        echo $this->looping ? 'inside' : 'later', ', ', count($this->clients), " left\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Closing)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
