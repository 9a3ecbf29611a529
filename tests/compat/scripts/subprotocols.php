<?php
/* SPDX-License-Identifier: MIT
 *
 * Sub-protocols, strictly: which one is chosen, and who is refused.
 */
use Ratchet\ConnectionInterface;

class Speaks implements Ratchet\MessageComponentInterface, Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols()
    {
        echo "asked\n";
        return ['chat.v2', 'chat.v1'];
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send($conn->httpRequest->getHeaderLine('Sec-WebSocket-Protocol'));
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

$ws = new Ratchet\WebSocket\WsServer(new Speaks);
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($ws), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
