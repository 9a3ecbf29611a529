<?php
/* SPDX-License-Identifier: MIT
 *
 * The chat without its loop: the connections are the server's, and so is the
 * broadcast to them.
 *
 *     php native.php PORT
 */

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

class NativeChat implements MessageComponentInterface
{
    public ?WsChat\Server $server = null;

    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->server->broadcast($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        $conn->close();
    }
}

$chat = new NativeChat;
$io = IoServer::factory(new HttpServer(new WsServer($chat)), (int) $argv[1], '127.0.0.1');
$chat->server = WsChat\Server::from($io);
$io->run();
