<?php
/* SPDX-License-Identifier: MIT
 *
 * Pongs that do not carry what the Ping did count as none.
 */
class Quiet implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$ws = new Ratchet\WebSocket\WsServer(new Quiet);
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($ws), 0, '127.0.0.1');
$ws->enableKeepAlive($server->loop, 1);
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
