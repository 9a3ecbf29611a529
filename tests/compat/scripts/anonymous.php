<?php
/* SPDX-License-Identifier: MIT
 *
 * An application that is an anonymous class, one that also is a controller, and
 * one with magic methods.
 */
use Ratchet\ConnectionInterface;

$app = new class implements Ratchet\MessageComponentInterface, Ratchet\WebSocket\WsServerInterface {
    public function getSubProtocols()
    {
        return [];
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->log('open', $conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($this->twice($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->log('close', $conn);
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }

    public function __call($name, $arguments)
    {
        echo "$name ", count($arguments), "\n";
        return "$name {$arguments[0]}";
    }

    private function log($what, $conn)
    {
        echo "$what ", str_contains(static::class, '@anonymous') ? 'anonymous' : 'named', "\n";
    }
};
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($app)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
