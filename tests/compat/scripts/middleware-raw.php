<?php
/* SPDX-License-Identifier: MIT
 *
 * A layer in PHP between IoServer and HttpServer that counts bytes.
 */
use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;

class Meter implements MessageComponentInterface
{
    public function __construct(private MessageComponentInterface $inner)
    {
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->in = 0;
        echo 'open ', get_class($conn), ' ', $conn->remoteAddress, "\n";
        $this->inner->onOpen($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->in += strlen($msg);
        $this->inner->onMessage($from, $msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->inner->onClose($conn);
        echo "closed after {$conn->in} bytes\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $this->inner->onError($conn, $e);
    }
}

class Echoes implements MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send("{$from->in}: $msg");
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "inner closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$app = new Meter(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Echoes)));
$server = Ratchet\Server\IoServer::factory($app, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
