<?php
/* SPDX-License-Identifier: MIT
 *
 * One WsServer behind two sockets, plain and TLS: all are in one room.
 *
 * @needs openssl
 */
use Ratchet\ConnectionInterface;

class Room implements Ratchet\MessageComponentInterface
{
    private $clients;

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
        foreach ($this->clients as $client) {
            $client->send($msg);
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        echo count($this->clients), " left\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$loop = React\EventLoop\Loop::get();
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Room));
$plain = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
$secure = new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => $argv[2]]], $loop);
new Ratchet\Server\IoServer($app, $plain, $loop);
new Ratchet\Server\IoServer($app, $secure, $loop);
echo 'listening on ', $plain->getAddress(), "\n";
echo 'listening on ', $secure->getAddress(), "\n";
