<?php
/* SPDX-License-Identifier: MIT
 *
 * Sub-protocols that a client offers to a server that has none: refused, unless
 * it is told not to be strict.
 */
$sockets = [];
$loop = React\EventLoop\Loop::get();
foreach ([true, false] as $strict) {
    $ws = new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer);
    $ws->setStrictSubProtocolCheck($strict);
    $socket = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
    new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer($ws), $socket, $loop);
    echo 'listening on ', $socket->getAddress(), "\n";
    $sockets[] = $socket;
}
$loop->run();
