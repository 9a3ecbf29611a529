<?php
/* SPDX-License-Identifier: MIT
 *
 * close() on plain TCP: onClose comes inside it if nothing waits to be written,
 * else later.
 */
use Ratchet\ConnectionInterface;

class Sync implements Ratchet\MessageComponentInterface
{
    private $depth = 0;

    public function onOpen(ConnectionInterface $conn)
    {
        echo "open\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->depth++;
        if (trim($msg) === 'say') {
            $from->send("said\n");
        }
        echo 'closing ', var_export($from->close(), true), "\n";
        echo "closed\n";
        $from->send("too late\n");
        $from->close();
        $this->depth--;
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'onClose ', $this->depth ? 'inside' : 'later', "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Sync, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
