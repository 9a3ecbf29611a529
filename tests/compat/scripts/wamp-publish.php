<?php
/* SPDX-License-Identifier: MIT
 *
 * WAMP publications: excluded, eligible, prefixed, several topics.
 */
use Ratchet\ConnectionInterface;

class Hub implements Ratchet\Wamp\WampServerInterface
{
    private $names = [];

    public function onOpen(ConnectionInterface $conn)
    {
        $this->names[$conn->WAMP->sessionId] = 'session ' . count($this->names);
    }

    private function name(array $ids)
    {
        return json_encode(array_map(fn($id) => $this->names[$id] ?? $id, $ids));
    }

    public function onCall(ConnectionInterface $conn, $id, $fn, array $params)
    {
    }

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        echo "subscribe $topic, now ", count($topic), ', ', var_export($topic->has($conn), true), "\n";
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
        echo "unsubscribe $topic, now ", count($topic), ', ', var_export($topic->has($conn), true), "\n";
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        echo 'publish ', json_encode($event), " to $topic, exclude {$this->name($exclude)}, eligible {$this->name($eligible)}\n";
        $topic->broadcast($event, $exclude, $eligible);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "{$this->names[$conn->WAMP->sessionId]} closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Hub)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
