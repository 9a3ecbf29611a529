<?php
/* SPDX-License-Identifier: MIT
 *
 * Fifty clients, a broadcast to all, some of whom close on it.
 */
use Ratchet\ConnectionInterface;

class Crowd implements Ratchet\MessageComponentInterface
{
    private $clients;
    private $n = 0;

    public function __construct()
    {
        $this->clients = new SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->number = ++$this->n;
        $this->clients->attach($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->clients as $client) {
            $client->send("{$from->number}: $msg");
            if ($msg === 'odd ones out' && $client->number % 2) {
                $client->close();
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        if (count($this->clients) === 25) {
            echo "half of them\n";
        }
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Crowd)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
