<?php
/* SPDX-License-Identifier: MIT
 *
 * A server behind TLS: SecureServer around a socket.
 *
 * @needs openssl
 */
use Ratchet\ConnectionInterface;

class Secret implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo "open {$conn->remoteAddress}\n";
        $conn->send('welcome');
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send(strrev($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$loop = React\EventLoop\Factory::create();
$webSock = new React\Socket\Server('127.0.0.1:0', $loop);
$webSock = new React\Socket\SecureServer($webSock, $loop, [
    'local_cert' => $argv[2], 'allow_self_signed' => true, 'verify_peer' => false,
]);
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Secret));
$server = new Ratchet\Server\IoServer($app, $webSock, $loop);
echo 'listening on ', $webSock->getAddress(), "\n";
$server->run();
