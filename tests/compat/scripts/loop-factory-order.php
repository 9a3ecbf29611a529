<?php
/* SPDX-License-Identifier: MIT
 *
 * Timers that were put on a loop before factory() made the server's.
 */
$before = React\EventLoop\Factory::create();
$before->addTimer(0.01, fn() => print("of the loop before\n"));
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), 0, '127.0.0.1');
echo var_export($server->loop === React\EventLoop\Loop::get(), true), "\n";
$server->loop->addTimer(0.05, fn() => print("of the server's loop\n"));
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
