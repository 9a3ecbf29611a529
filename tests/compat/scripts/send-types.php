<?php
/* SPDX-License-Identifier: MIT
 *
 * What send() makes of numbers, booleans, objects with a string, broken UTF-8
 * and nothing.
 */
class Words
{
    public function __toString(): string
    {
        return 'an object';
    }
}

class Types implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        foreach ([17, -1.5, 1e100, true, false, new Words, "broken \xff\xfe", '', "nul \0 inside", 0] as $value) {
            $conn->send($value);
        }
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send(null);
        echo "not reached\n";
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        $conn->send(get_class($e) . ': ' . $e->getMessage());
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Types)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
