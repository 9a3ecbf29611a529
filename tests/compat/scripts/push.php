<?php
/* SPDX-License-Identifier: MIT
 *
 * The push integration: a second socket takes JSON from other programs and
 * hands it to the subscribers of a topic.
 */
use Ratchet\ConnectionInterface;
use Ratchet\Wamp\WampServerInterface;

class Pusher implements WampServerInterface
{
    protected $subscribedTopics = [];

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        $this->subscribedTopics[$topic->getId()] = $topic;
        echo "subscribed to {$topic->getId()}\n";
    }

    public function onBlogEntry($entry)
    {
        $entryData = json_decode($entry, true);
        if (!array_key_exists($entryData['category'], $this->subscribedTopics)) {
            echo "nobody wants {$entryData['category']}\n";
            return;
        }
        $this->subscribedTopics[$entryData['category']]->broadcast($entryData);
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
    }

    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onCall(ConnectionInterface $conn, $id, $topic, array $params)
    {
        $conn->callError($id, $topic, 'You are not allowed to make calls')->close();
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        $conn->close();
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$loop = React\EventLoop\Loop::get();
$pusher = new Pusher;

$pull = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
$pull->on('connection', function (React\Socket\ConnectionInterface $connection) use ($pusher) {
    $connection->on('data', function ($line) use ($pusher, $connection) {
        $pusher->onBlogEntry($line);
        $connection->end("taken\n");
    });
});

$webSock = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
$webServer = new Ratchet\Server\IoServer(
    new Ratchet\Http\HttpServer(
        new Ratchet\WebSocket\WsServer(
            new Ratchet\Wamp\WampServer($pusher)
        )
    ),
    $webSock
);
echo 'listening on ', $webSock->getAddress(), "\n";
echo 'listening on ', $pull->getAddress(), "\n";
$loop->run();
