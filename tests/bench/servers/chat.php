<?php
/* SPDX-License-Identifier: MIT
 *
 * The chat of the tutorials: what one sends, all get. The same script runs on
 * wschat and, with a vendor/ folder, on Ratchet.
 *
 *     php chat.php PORT [path/to/vendor/autoload.php]
 */

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

if (isset($argv[2])) {
    require $argv[2];
}

class Chat implements MessageComponentInterface
{
    protected $clients;

    public function __construct()
    {
        $this->clients = new SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients->offsetSet($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->clients as $client) {
            $client->send($msg);
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->offsetUnset($conn);
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        $conn->close();
    }
}

IoServer::factory(new HttpServer(new WsServer(new Chat)), (int) $argv[1], '127.0.0.1')->run();
