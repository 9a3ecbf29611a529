<?php
// SPDX-License-Identifier: MIT
//
// Rooms that the script keeps: a client is in one, and what it says is heard there only.
//
//     php -d extension=wschat.so rooms.php [PORT]
//
// Then, in the consoles of two browser tabs, and Ctrl-C to stop the server:
//
//     s = new WebSocket('ws://localhost:8080'); s.onmessage = e => console.log(e.data)
//     s.send('{"join": "kitchen"}'); s.send('{"say": "Tea?"}')

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

final class Rooms implements MessageComponentInterface
{
    /** @var array<string, array<int, ConnectionInterface>> who is in each room; an empty room is none */
    private array $rooms = [];

    public function onOpen(ConnectionInterface $conn): void
    {
        $conn->room = null;
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $command = json_decode($msg, true);
        if (is_string($command['join'] ?? null)) {
            $this->join($from, $command['join']);
        } elseif (isset($command['say']) && $from->room !== null) {
            $this->tell($from->room, ['from' => $from->resourceId, 'said' => $command['say']]);
        } else {
            $from->send(json_encode(['error' => 'Join a room, then say something.']));
        }
    }

    public function onClose(ConnectionInterface $conn): void
    {
        $this->leave($conn);
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }

    private function join(ConnectionInterface $conn, string $room): void
    {
        $this->leave($conn);
        $this->rooms[$room][$conn->resourceId] = $conn;
        $conn->room = $room;
        $this->tell($room, ['joined' => $conn->resourceId, 'here' => count($this->rooms[$room])]);
    }

    private function leave(ConnectionInterface $conn): void
    {
        if ($conn->room !== null) {
            unset($this->rooms[$conn->room][$conn->resourceId]);
            $this->tell($conn->room, ['left' => $conn->resourceId, 'here' => count($this->rooms[$conn->room])]);
            $this->rooms = array_filter($this->rooms);
            $conn->room = null;
        }
    }

    private function tell(string $room, array $what): void
    {
        foreach ($this->rooms[$room] as $conn) {
            $conn->send(json_encode(['room' => $room] + $what));
        }
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new Rooms())), (int) ($argv[1] ?? 8080));
echo 'Listening on ws://localhost:', WsChat\Server::from($server)->port(), "/\n";
$server->run();
