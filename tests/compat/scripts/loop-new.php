<?php
/* SPDX-License-Identifier: MIT
 *
 * A loop of its own that is not Loop::get(): a server on it, timers on it.
 */
$loop = new React\EventLoop\StreamSelectLoop;
$socket = new React\Socket\Server('127.0.0.1:0', $loop);
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer));
$server = new Ratchet\Server\IoServer($app, $socket, $loop);
$loop->addTimer(0.01, fn() => print("timer\n"));
echo 'listening on ', $socket->getAddress(), "\n";
$server->run();
