<?php
/* SPDX-License-Identifier: MIT
 *
 * What send() and close() return, chains of them, and more arguments than they
 * take.
 */
use Ratchet\ConnectionInterface;

class Chain implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send('one')->send('two')->send('three', 'and', ['more']);
        echo var_export($conn->send('four') === $conn, true), "\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($msg)->close(4001, 'a reason that is ignored');
        echo var_export($from->send('too late') === $from, true), ' ', var_export($from->close(4002), true), "\n";
        $from->send('later still')->send('and again');
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo var_export($conn->send('gone') === $conn, true), ' ', var_export($conn->close(), true), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$loop = React\EventLoop\Factory::create();
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Chain, 'ignored'), 'ignored', 2);
$server = Ratchet\Server\IoServer::factory($app, '0', '127.0.0.1');
echo get_class($server), ' ', $server->socket instanceof React\Socket\ServerInterface ? 'a socket' : 'no socket', ' ', $server->loop instanceof React\EventLoop\LoopInterface ? 'a loop' : 'no loop', "\n";
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run('ignored');
