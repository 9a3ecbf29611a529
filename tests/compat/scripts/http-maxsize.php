<?php
/* SPDX-License-Identifier: MIT
 *
 * A subclass of HttpServer that takes larger heads, and the usual limit.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Http\HttpServerInterface;

class LargeHeads extends HttpServer
{
    public function __construct(HttpServerInterface $component, int $maxRequestSize = 8192)
    {
        parent::__construct($component);
        echo get_class($this->_reqParser), ' ', var_export($this->_httpServer === $component, true), "\n";
        $this->_reqParser->maxSize = $maxRequestSize;
    }
}

class Length implements HttpServerInterface
{
    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        $conn->send('cookie of ' . strlen($request->getHeaderLine('Cookie')) . "\n")->close();
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new LargeHeads(new Length, 6000), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
