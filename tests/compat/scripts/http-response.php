<?php
/* SPDX-License-Identifier: MIT
 *
 * Answers made with the classes of Guzzle: Response, Message::toString().
 *
 * @needs vendor
 */
use GuzzleHttp\Psr7\Message;
use GuzzleHttp\Psr7\Response;
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Api implements Ratchet\Http\HttpServerInterface
{
    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        parse_str($request->getUri()->getQuery(), $query);
        $response = (new Response((int) ($query['status'] ?? 200), ['Content-Type' => 'application/json', 'X-Many' => ['a', 'b']], json_encode($query)))
            ->withHeader('Server', 'mine')->withAddedHeader('x-many', 'c');
        echo $response->getStatusCode(), ' ', $response->getReasonPhrase(), ' ', $response->getBody()->getSize(), ' ', $response->getHeaderLine('X-MANY'), "\n";
        $conn->send(Message::toString($response));
        $conn->close();
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
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Api), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
