<?php
/* SPDX-License-Identifier: MIT
 *
 * A WAMP application with a sub-protocol of its own, and clients that ask for
 * none.
 */
class Speaks implements Ratchet\Wamp\WampServerInterface, Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols()
    {
        return ['mine'];
    }

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->event('hello', $conn->httpRequest->getHeaderLine('Sec-WebSocket-Protocol'));
    }

    public function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params)
    {
    }

    public function onSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
    }

    public function onUnSubscribe(Ratchet\ConnectionInterface $conn, $topic)
    {
    }

    public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$wamp = new Ratchet\Wamp\WampServer(new Speaks);
echo json_encode($wamp->getSubProtocols()), "\n";
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($wamp)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
