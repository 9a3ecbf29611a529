<?php
/* SPDX-License-Identifier: MIT
 *
 * Many layers: IpBlackList, HttpServer, OriginCheck, a controller's decorator,
 * and a chat at the bottom.
 */
use Ratchet\ConnectionInterface;

class Deep implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send(implode(' ', [$conn->layer, $conn->remoteAddress, $conn->httpRequest->getHeaderLine('Origin')]));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'throw') {
            throw new Exception('deep');
        }
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "deep closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $conn->close(4400);
    }
}

class Marks extends Ratchet\Http\OriginCheck
{
    public function onOpen(ConnectionInterface $conn, Psr\Http\Message\RequestInterface $request = null)
    {
        $conn->layer = static::class;
        return parent::onOpen($conn, $request);
    }
}

$black = new Ratchet\Server\IpBlackList(new Ratchet\Http\HttpServer(new Marks(new Ratchet\WebSocket\WsServer(new Deep), ['example.com'])));
$black->blockAddress('10.1.1.1');
$server = Ratchet\Server\IoServer::factory($black, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
