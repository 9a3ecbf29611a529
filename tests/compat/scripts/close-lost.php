<?php
/* SPDX-License-Identifier: MIT
 *
 * Clients that go without a Close: FIN, RST, in the middle of a frame, before
 * the request is whole.
 *
 * @needs sockets
 */
use Ratchet\ConnectionInterface;

class Lost implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo "open\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo "message $msg\n";
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'closed ', var_export($conn->WebSocket->closing, true), ' ', var_export($conn->send('x') === $conn, true), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Lost)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
