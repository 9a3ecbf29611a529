<?php
/* SPDX-License-Identifier: MIT
 *
 * exit() in a callback, with shutdown functions and destructors.
 */
class Ends implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send('not sent');
        exit(3);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo "error\n";
    }

    public function __destruct()
    {
        echo "destructor\n";
    }
}

register_shutdown_function(fn() => print("shutdown\n"));
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ends)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
echo "not reached\n";
