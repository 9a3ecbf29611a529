<?php
/* SPDX-License-Identifier: MIT
 *
 * An exception in onOpen of a plain TCP application.
 */
class Shut implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        throw new RuntimeException('in onOpen');
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
        echo 'onError ', get_class($e), ' ', $e->getMessage(), "\n";
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Shut, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
try {
    $server->run();
} catch (RuntimeException $e) {
    echo 'out of run(): ', $e->getMessage(), "\n";
}
