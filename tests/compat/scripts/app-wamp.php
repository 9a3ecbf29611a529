<?php
/* SPDX-License-Identifier: MIT
 *
 * A WAMP component in an App.
 *
 * @needs port8843
 */
use Ratchet\ConnectionInterface;

class Pulse implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo 'open ', get_class($conn), "\n";
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "close\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }

    public function onCall(ConnectionInterface $conn, $id, $topic, array $params)
    {
        $conn->callResult($id, ['called' => $topic->getId(), 'with' => $params]);
    }

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        $topic->broadcast("{$topic->count()} here");
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
        $topic->broadcast('one less');
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        $topic->broadcast($event, $exclude, $eligible);
    }
}

$app = new Ratchet\App('localhost', $argv[1], '127.0.0.1');
$app->route('/pulse', new Pulse, ['*']);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
