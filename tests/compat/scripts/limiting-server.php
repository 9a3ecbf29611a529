<?php
/* SPDX-License-Identifier: MIT
 *
 * A LimitingServer: connections beyond the limit are refused with an event.
 */
$loop = React\EventLoop\Factory::create();
$socket = new React\Socket\LimitingServer(new React\Socket\Server('127.0.0.1:0', $loop), 2);
$socket->on('error', fn(Exception $e) => print(get_class($e) . ' ' . $e->getMessage() . "\n"));
$server = new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), $socket, $loop);
echo 'listening on ', $socket->getAddress(), "\n";
$loop->run();
