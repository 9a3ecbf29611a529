<?php
/* SPDX-License-Identifier: MIT
 *
 * A controller that takes a body: what came with the head, and the rest as
 * messages.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Upload implements Ratchet\Http\HttpServerInterface
{
    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        $conn->want = (int) $request->getHeaderLine('Content-Length');
        $conn->body = (string) $request->getBody();
        echo $request->getMethod(), ' ', $request->getRequestTarget(), ' ', json_encode($request->getHeader('Content-Type')), ' with ', strlen($conn->body), "\n";
        $this->check($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->body .= $msg;
        $this->check($from);
    }

    private function check($conn)
    {
        if (strlen($conn->body) >= $conn->want) {
            $data = json_decode($conn->body, true);
            $answer = json_encode(['length' => strlen($conn->body), 'data' => $data]);
            $conn->send("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " . strlen($answer) . "\r\n\r\n" . $answer)->close();
        }
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

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Upload), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
