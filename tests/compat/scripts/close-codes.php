<?php
/* SPDX-License-Identifier: MIT
 *
 * Codes of a Close that were registered after Ratchet was written.
 */
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
