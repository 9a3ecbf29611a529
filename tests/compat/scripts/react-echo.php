<?php
/* SPDX-License-Identifier: MIT
 *
 * A server of React without Ratchet: events of a connection in order, pipe,
 * end, pause.
 */
use React\Socket\ConnectionInterface;

$socket = new React\Socket\SocketServer('127.0.0.1:0');
$n = 0;
$socket->on('connection', function (ConnectionInterface $connection) use (&$n, $socket) {
    $id = ++$n;
    foreach (['data', 'end', 'error', 'close', 'drain'] as $event) {
        $connection->on($event, function ($data = null) use ($id, $event) {
            echo "$id $event ", is_string($data) ? json_encode(trim($data)) : '', "\n";
        });
    }
    if ($id === 1) {
        $connection->pipe($connection);
        return;
    }
    $connection->write("welcome $id\n");
    $connection->on('data', function ($data) use ($connection, $socket) {
        switch (trim($data)) {
            case 'end':
                var_dump($connection->isWritable());
                $connection->end("bye\n");
                var_dump($connection->isWritable(), $connection->isReadable(), $connection->write('lost'));
                return;
            case 'close':
                $connection->write('perhaps');
                $connection->close();
                return;
            case 'pause':
                $connection->pause();
                React\EventLoop\Loop::addTimer(0.02, fn() => $connection->resume());
                $connection->write("paused\n");
                return;
            case 'stop':
                $socket->close();
                $connection->end();
                return;
        }
        $connection->write(strtoupper($data));
    });
});
echo 'listening on ', $socket->getAddress(), "\n";
