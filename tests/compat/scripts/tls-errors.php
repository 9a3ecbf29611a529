<?php
/* SPDX-License-Identifier: MIT
 *
 * TLS with a certificate that is not there.
 *
 * @needs openssl
 */
$loop = React\EventLoop\Loop::get();
$socket = new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => '/does/not/exist.pem']], $loop);
$socket->on('error', function (Exception $e) {
    echo get_class($e), ' ', preg_match('/^Connection from tcp:.* failed during TLS handshake/', $e->getMessage()), "\n";
});
$server = new Ratchet\Server\IoServer(new Ratchet\Server\EchoServer, $socket, $loop);
echo 'listening on ', $socket->getAddress(), "\n";
$loop->run();
