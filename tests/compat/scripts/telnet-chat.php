<?php
/* SPDX-License-Identifier: MIT
 *
 * A chat over plain TCP: lines are put together by the application.
 *
 * @needs sockets
 */
use Ratchet\ConnectionInterface;

class LineChat implements Ratchet\MessageComponentInterface
{
    private $clients = [];

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->buffer = '';
        $this->clients[$conn->resourceId] = $conn;
        $conn->send("Welcome, number " . count($this->clients) . "\r\n");
        echo get_class($conn), " from {$conn->remoteAddress}\n";
    }

    public function onMessage(ConnectionInterface $from, $data)
    {
        $from->buffer .= $data;
        while (($end = strpos($from->buffer, "\n")) !== false) {
            $line = rtrim(substr($from->buffer, 0, $end));
            $from->buffer = substr($from->buffer, $end + 1);
            if ($line === 'quit') {
                $from->send("Bye\r\n")->close();
                return;
            }
            foreach ($this->clients as $id => $client) {
                if ($client !== $from) {
                    $client->send("$line\r\n");
                }
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        unset($this->clients[$conn->resourceId]);
        echo count($this->clients), " left\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new LineChat, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
