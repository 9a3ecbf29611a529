<?php
/* SPDX-License-Identifier: MIT
 *
 * OriginCheck by itself, with a list that changes.
 */
$check = new Ratchet\Http\OriginCheck(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer), ['example.com']);
echo json_encode($check->allowedOrigins), "\n";
$check->allowedOrigins[] = 'localhost';
$check->allowedOrigins[] = 'app://thing';
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($check), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
