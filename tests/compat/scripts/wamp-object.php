<?php
/* SPDX-License-Identifier: MIT
 *
 * An object where a list is due: to Ratchet the same.
 */
class Loose implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params)
    {
    }

    public function onSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
        echo "subscribe $topic\n";
    }

    public function onUnSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
    }

    public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
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

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Loose)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
