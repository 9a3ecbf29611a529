<?php
/* SPDX-License-Identifier: MIT
 *
 * run() inside a callback, and stop() inside that.
 */
class Waits implements Ratchet\MessageComponentInterface
{
    public $loop;

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        if ($msg === 'wait') {
            $this->loop->addTimer(0.02, fn() => $this->loop->stop());
            echo "begin\n";
            $this->loop->run();
            echo "end\n";
        }
        $from->send($msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$waits = new Waits;
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($waits)), 0, '127.0.0.1');
$waits->loop = $server->loop;
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
echo "run() is over\n";
