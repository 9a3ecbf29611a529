<?php
/* SPDX-License-Identifier: MIT
 *
 * Routes with placeholders: what is in the path is found in the query of the
 * request.
 *
 * @needs port8843
 */
use Ratchet\ConnectionInterface;

class Rooms implements Ratchet\MessageComponentInterface
{
    private $rooms = [];

    public function onOpen(ConnectionInterface $conn)
    {
        parse_str($conn->httpRequest->getUri()->getQuery(), $query);
        echo 'query: ', $conn->httpRequest->getUri()->getQuery(), "\n";
        echo 'path: ', $conn->httpRequest->getUri()->getPath(), ', target: ', $conn->httpRequest->getRequestTarget(), "\n";
        $conn->room = $query['room'];
        $conn->user = $query['user'] ?? 'nobody';
        $this->rooms[$conn->room][$conn->resourceId] = $conn;
        $conn->send("welcome to {$conn->room}, {$conn->user}");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->rooms[$from->room] as $id => $client) {
            if ($id != $from->resourceId) {
                $client->send("{$from->user}: $msg");
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        unset($this->rooms[$conn->room][$conn->resourceId]);
        echo "{$conn->user} has left {$conn->room}\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error: ', $e->getMessage(), "\n";
        $conn->close();
    }
}

$app = new Ratchet\App('localhost', (int) $argv[1], '127.0.0.1');
$app->route('/room/{room}', new Rooms, ['*']);
$app->route('/room/{room}/{user}', new Rooms, ['*']);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
