<?php
/* SPDX-License-Identifier: MIT
 *
 * Plain HTTP by an HttpServerInterface: one answer, the body, no second request
 * on the connection.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Hello implements Ratchet\Http\HttpServerInterface
{
    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        echo get_class($conn), ' ', $request->getMethod(), ' ', $request->getUri()->getPath(), ' ', var_export(isset($conn->httpRequest), true), "\n";
        $body = "Hello {$request->getUri()->getQuery()}";
        $conn->send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body");
        if ($request->getUri()->getPath() !== '/stay') {
            $conn->close();
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo 'more: ', json_encode($msg), "\n";
        $from->send("not again\r\n")->close();
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Hello), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
