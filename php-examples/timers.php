<?php
// SPDX-License-Identifier: MIT
//
// Timers on the server's own loop: all hear the time every second; each client may have a
// timer of its own, an egg timer, which ends with its connection.
//
//     php -d extension=wschat.so timers.php [PORT]
//
// Then in a browser's console, and Ctrl-C to stop the server:
//
//     s = new WebSocket('ws://localhost:8080'); s.onmessage = e => console.log(e.data)
//     s.send('4.5')

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;
use React\EventLoop\Loop;
use React\EventLoop\TimerInterface;

final class EggTimer implements MessageComponentInterface
{
    /** @var array<int, TimerInterface> by resourceId: those that have not rung */
    private array $timers = [];

    public function onOpen(ConnectionInterface $conn): void
    {
        $conn->send('For how many seconds?');
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $seconds = filter_var($msg, FILTER_VALIDATE_FLOAT, ['options' => ['min_range' => 0, 'max_range' => 3600]]);
        if ($seconds === false) {
            $from->send('A number from 0 to 3600, please.');
            return;
        }
        $this->cancel($from); // the new one takes the place of the old one
        $this->timers[$from->resourceId] = Loop::addTimer($seconds, function () use ($from): void {
            unset($this->timers[$from->resourceId]);
            $from->send('Your egg is ready.');
        });
        $from->send("In $seconds seconds.");
    }

    public function onClose(ConnectionInterface $conn): void
    {
        $this->cancel($conn);
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }

    private function cancel(ConnectionInterface $conn): void
    {
        if (isset($this->timers[$conn->resourceId])) {
            Loop::cancelTimer($this->timers[$conn->resourceId]);
            unset($this->timers[$conn->resourceId]);
        }
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new EggTimer())), (int) ($argv[1] ?? 8080));
$all = WsChat\Server::from($server);
Loop::addPeriodicTimer(1.0, fn() => $all->broadcast('It is ' . date('H:i:s')));

echo "Listening on ws://localhost:{$all->port()}/\n";
$server->run();
