<?php
/* SPDX-License-Identifier: MIT
 *
 * A server without run(): the loop that Loop::get() made runs at the end of the
 * script.
 */
$socket = new React\Socket\SocketServer('127.0.0.1:0');
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer));
$server = new Ratchet\Server\IoServer($app, $socket);
echo var_export($server->loop, true), ' ', get_class($server->app), ' ', var_export($server->socket === $socket, true), "\n";
try {
    $server->run();
} catch (RuntimeException $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
echo 'listening on ', $socket->getAddress(), "\n";
