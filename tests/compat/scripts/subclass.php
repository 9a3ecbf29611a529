<?php
/* SPDX-License-Identifier: MIT
 *
 * Subclasses of IoServer, WsServer and the connection's decorator that change
 * what they inherit.
 */
use Ratchet\ConnectionInterface;

class NamedServer extends Ratchet\Server\IoServer
{
    public $name = 'named';
}

class CountingWs extends Ratchet\WebSocket\WsServer
{
    public $opened = 0;

    public function onOpen(ConnectionInterface $conn, Psr\Http\Message\RequestInterface $request = null)
    {
        $this->opened++;
        echo "opened {$this->opened} {$request->getUri()->getPath()}, ", count($this->connections), " here\n";
        parent::onOpen($conn, $request);
    }

    public function onClose(ConnectionInterface $conn)
    {
        parent::onClose($conn);
        echo count($this->connections), " left\n";
    }
}

$server = NamedServer::factory(new Ratchet\Http\HttpServer(new CountingWs(new Ratchet\Server\EchoServer)), 0, '127.0.0.1');
echo get_class($server), ' ', $server->name, "\n";
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
