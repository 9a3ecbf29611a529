<?php
/* SPDX-License-Identifier: MIT
 *
 * Ratchet's EchoServer on plain TCP and as a WebSocket, large pieces too.
 */
$loop = React\EventLoop\Factory::create();
$raw = new Ratchet\Server\IoServer(new Ratchet\Server\EchoServer, new React\Socket\Server('127.0.0.1:0', $loop), $loop);
$ws = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer));
$web = new Ratchet\Server\IoServer($ws, new React\Socket\Server('127.0.0.1:0', $loop), $loop);
echo 'listening on ', $raw->socket->getAddress(), "\n";
echo 'listening on ', $web->socket->getAddress(), "\n";
$loop->run();
