<?php
/* SPDX-License-Identifier: MIT
 *
 * Exceptions of a controller: in onOpen, in onMessage, in onClose.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Throws implements Ratchet\Http\HttpServerInterface
{
    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        $conn->path = $request->getUri()->getPath();
        if ($conn->path === '/open') {
            throw new Exception('in onOpen');
        }
        $conn->send("open\n");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        throw new Exception("in onMessage: " . trim($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "{$conn->path} closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo "{$conn->path} ", get_class($conn), ' ', $e->getMessage(), "\n";
        $conn->send("HTTP/1.1 500 Mine\r\n\r\n");
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Throws), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
