<?php
/* SPDX-License-Identifier: MIT
 *
 * What the callbacks of a WAMP application throw.
 */
use Ratchet\ConnectionInterface;

class Throws implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onCall(ConnectionInterface $conn, $id, $topic, array $params)
    {
        if ("$topic" === 'wamp') {
            throw new Ratchet\Wamp\Exception('of WAMP');
        }
        if ("$topic" === 'json') {
            throw new Ratchet\Wamp\JsonException;
        }
        throw new Exception('in onCall');
    }

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        throw new Exception("in onSubscribe, {$topic->count()} here");
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
        throw new Exception("in onUnSubscribe, {$topic->count()} here");
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        throw new Exception('in onPublish');
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($conn), ' ', get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Throws)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
