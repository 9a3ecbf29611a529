<?php
/* SPDX-License-Identifier: MIT
 *
 * What Ratchet's documentation teaches: every message goes back. The same script
 * runs on wschat and, with a vendor/ folder, on Ratchet.
 *
 *     php echo.php PORT [path/to/vendor/autoload.php]
 */

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

if (isset($argv[2])) {
    require $argv[2];
}

class EchoBack implements MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        $conn->close();
    }
}

IoServer::factory(new HttpServer(new WsServer(new EchoBack)), (int) $argv[1], '127.0.0.1')->run();
