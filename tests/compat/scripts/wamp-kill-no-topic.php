<?php
/* SPDX-License-Identifier: MIT
 *
 * One message of WAMP that ends Ratchet or makes it complain: a subscription to
 * nothing.
 */
class Trusting implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params)
    {
        echo "call $topic\n";
    }

    public function onSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
        echo "subscribe $topic\n";
    }

    public function onUnSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
        echo "unsubscribe $topic\n";
    }

    public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        echo "publish $topic ", json_encode($event), "\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Trusting)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
