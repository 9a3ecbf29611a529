<?php
/* SPDX-License-Identifier: MIT
 *
 * What PHP's functions show of the connection objects of each layer.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Look implements Ratchet\Http\HttpServerInterface
{
    public function __construct(private Ratchet\Http\HttpServerInterface $inner)
    {
    }

    private function show($where, $conn)
    {
        echo "$where ", get_class($conn), ': ', implode(' ', array_keys(get_object_vars($conn))), ' | ';
        foreach ($conn as $name => $value) {
            echo "$name ";
        }
        echo '| ', implode(' ', array_filter(array_keys((array) $conn), fn($name) => $name[0] !== "\0")), "\n";
    }

    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        $conn->mine = 1;
        $this->show('open', $conn);
        $this->inner->onOpen($conn, $request);
        $this->show('opened', $conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->inner->onMessage($from, $msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->inner->onClose($conn);
        $this->show('closed', $conn);
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $this->inner->onError($conn, $e);
    }
}

class App implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->inner = 2;
        echo 'app ', get_class($conn), ': ', json_encode(get_object_vars($conn)), ' ', json_encode($conn), ' ',
            method_exists($conn, 'send') ? 'send' : 'none', ' ', is_callable([$conn, 'close']) ? 'callable' : 'not', "\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Look(new Ratchet\WebSocket\WsServer(new App))), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
