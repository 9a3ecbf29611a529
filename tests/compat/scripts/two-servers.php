<?php
/* SPDX-License-Identifier: MIT
 *
 * Two servers on one loop: a chat, and plain TCP that speaks into it.
 */
use Ratchet\ConnectionInterface;

class Chat implements Ratchet\MessageComponentInterface
{
    public $clients;

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
        echo "chat: $msg\n";
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

class Control implements Ratchet\MessageComponentInterface
{
    public function __construct(private Chat $chat, private $loop)
    {
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send("ready\n");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->chat->clients as $client) {
            $client->send('control says ' . trim($msg));
        }
        $from->send(count($this->chat->clients) . " told\n");
        if (trim($msg) === 'stop') {
            $from->close();
            $this->loop->addTimer(0.01, fn() => $this->loop->stop());
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$loop = React\EventLoop\Factory::create();
$chat = new Chat;
$first = new Ratchet\Server\IoServer(
    new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($chat)),
    new React\Socket\Server('127.0.0.1:0', $loop),
    $loop
);
$second = new Ratchet\Server\IoServer(new Control($chat, $loop), new React\Socket\Server('127.0.0.1:0', $loop), $loop);
echo 'listening on ', $first->socket->getAddress(), "\n";
echo 'listening on ', $second->socket->getAddress(), "\n";
$first->run();
echo "stopped\n";
