<?php
/* SPDX-License-Identifier: MIT
 *
 * The socket behind a server: its address, pause and resume, its events, close.
 */
use React\Socket\ConnectionInterface;

$loop = React\EventLoop\Factory::create();
$socket = new React\Socket\SocketServer('127.0.0.1:0', ['tcp' => ['backlog' => 20]], $loop);
$socket->on('connection', function (ConnectionInterface $connection) use ($socket) {
    echo 'connection from ', preg_replace('/\d+$/', 'N', $connection->getRemoteAddress()), ' to ', $connection->getLocalAddress() === $socket->getAddress() ? 'us' : 'others', "\n";
});
$server = new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), $socket, $loop);
echo json_encode([count($socket->listeners('connection')), count($socket->listeners('error')), $socket instanceof Evenement\EventEmitterInterface]), "\n";
$once = 0;
$socket->once('connection', function () use (&$once) {
    echo 'once ', ++$once, "\n";
});
$loop->addPeriodicTimer(0.01, function ($timer) use ($socket, $loop, &$once) {
    if ($once) {
        $loop->cancelTimer($timer);
        $socket->pause();
        $socket->resume();
    }
});
echo 'listening on ', $socket->getAddress(), "\n";
$loop->run();
