<?php
/* SPDX-License-Identifier: MIT
 *
 * Exceptions of a plain TCP application: in onMessage and in onClose.
 */
class Throws implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send("open\n");
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->what = trim($msg);
        if ($from->what === 'throw') {
            throw new RuntimeException('in onMessage');
        }
        $from->send("got $msg");
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed {$conn->what}\n";
        if ($conn->what === 'later') {
            throw new RuntimeException('in onClose');
        }
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($e), ' ', $e->getMessage(), "\n";
        $conn->send("error\n");
    }
}

$server = Ratchet\Server\IoServer::factory(new Throws, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
