<?php
/* SPDX-License-Identifier: MIT
 *
 * Callbacks with types and names of their own.
 */
use Ratchet\ConnectionInterface;

class Typed implements Ratchet\MessageComponentInterface
{
    private SplObjectStorage $clients;

    public function __construct()
    {
        $this->clients = new SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $connection): void
    {
        $this->clients->attach($connection);
    }

    public function onMessage(ConnectionInterface $sender, mixed $message, int $extra = 7): void
    {
        if ($message === 'throw') {
            throw new InvalidArgumentException('typed');
        }
        $sender->send(gettype($message) . " $extra");
    }

    public function onClose(ConnectionInterface $connection): void
    {
        $this->clients->detach($connection);
        echo count($this->clients), " left\n";
    }

    public function onError(ConnectionInterface $connection, \Throwable $error): void
    {
        $connection->send($error->getMessage());
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Typed)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
