<?php
/* SPDX-License-Identifier: MIT
 *
 * TLS by the address of a SocketServer, and a client that does not speak it.
 *
 * @needs openssl
 */
$loop = React\EventLoop\Loop::get();
$socket = new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => $argv[2]]], $loop);
$socket->on('error', function (Exception $e) {
    $patterns = ['~tcp://[\d.:]+~' => 'CLIENT', '/handshake:.*/s' => 'handshake'];
    echo get_class($e), ' ', preg_replace(array_keys($patterns), $patterns, $e->getMessage()), "\n";
});
$server = new Ratchet\Server\IoServer(new Ratchet\Server\EchoServer, $socket, $loop);
echo 'listening on ', $socket->getAddress(), "\n";
$loop->run();
