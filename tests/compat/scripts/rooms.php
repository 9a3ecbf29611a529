<?php
/* SPDX-License-Identifier: MIT
 *
 * Rooms: properties that the application puts on its connections, and storages
 * of them.
 */
use Ratchet\ConnectionInterface;

class Rooms implements Ratchet\MessageComponentInterface
{
    private $rooms = [];

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->name = 'guest';
        $conn->joined = 0;
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        [$command, $rest] = array_pad(explode(' ', $msg, 2), 2, '');
        switch ($command) {
            case 'name':
                $from->name = $rest;
                return $from->send("you are {$from->name}");
            case 'join':
                $this->leave($from);
                $from->room = $rest;
                $from->joined++;
                $this->rooms[$rest] ??= new SplObjectStorage;
                $this->rooms[$rest]->attach($from, ['since' => $from->joined]);
                return $this->tell($rest, "{$from->name} comes, {$this->rooms[$rest]->count()} here");
            case 'leave':
                $this->leave($from);
                return $from->send(isset($from->room) ? 'still in' : 'out');
            case 'say':
                return isset($from->room) ? $this->tell($from->room, "{$from->name}: $rest", $from) : $from->send('join first');
        }
    }

    private function tell($room, $text, $except = null)
    {
        foreach ($this->rooms[$room] as $i => $client) {
            if ($client !== $except) {
                $client->send("$text ({$this->rooms[$room][$client]['since']})");
            }
        }
    }

    private function leave($conn)
    {
        if (isset($conn->room)) {
            $this->rooms[$conn->room]->detach($conn);
            $room = $conn->room;
            unset($conn->room);
            $this->tell($room, "{$conn->name} goes");
            if (!count($this->rooms[$room])) {
                unset($this->rooms[$room]);
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->leave($conn);
        echo "{$conn->name} closed, ", count($this->rooms), " rooms\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Rooms)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
