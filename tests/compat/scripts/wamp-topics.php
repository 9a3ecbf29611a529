<?php
/* SPDX-License-Identifier: MIT
 *
 * What a Topic can do, and which object it is when all have left and one comes
 * back.
 */
use Ratchet\ConnectionInterface;

class Topics implements Ratchet\Wamp\WampServerInterface
{
    private $seen = [];

    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onCall(ConnectionInterface $conn, $id, $topic, array $params)
    {
        $conn->callResult($id, [
            'known' => isset($this->seen[$params[0]]), 'subscriptions' => count($conn->WAMP->subscriptions),
            'topics' => array_map('strval', iterator_to_array($conn->WAMP->subscriptions, false)),
        ]);
    }

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        $known = $this->seen["$topic"] ?? null;
        echo get_class($topic), " $topic ", $known === null ? 'new' : ($known === $topic ? 'the same' : 'another'), "\n";
        $this->seen["$topic"] = $topic;
        foreach ($topic as $subscriber) {
            echo get_class($subscriber), ' ', $subscriber === $conn ? 'self' : 'other', "\n";
        }
        if ("$topic" === 'full' && count($topic) > 1) {
            $topic->remove($conn);
            echo 'full: ', count($topic), ' ', var_export($topic->has($conn), true), "\n";
        }
        var_dump($topic->broadcast(['n' => count($topic)]) === $topic);
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
        echo "left $topic\n";
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
        foreach ($conn->WAMP->subscriptions as $topic) {
            echo "still in $topic, ", count($topic), "\n";
        }
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Topics)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
