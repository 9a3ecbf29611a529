<?php
/* SPDX-License-Identifier: MIT
 *
 * send() from timers: to a client that is there, to one that has gone, long
 * after.
 */
class Late implements Ratchet\MessageComponentInterface
{
    public $loop;
    private $kept = [];

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $this->kept[] = $conn;
        if (count($this->kept) === 2) {
            $this->loop->addTimer(0.01, fn() => $this->kept[0]->send('later'));
        }
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $this->loop->futureTick(function () use ($from, $msg) {
            foreach ($this->kept as $i => $conn) {
                echo "$i ", var_export($conn->send("$msg from a tick") === $conn, true), "\n";
            }
        });
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
        $this->loop->addTimer(0.01, function () use ($conn) {
            $conn->send('to the dead')->close();
            echo json_encode([$conn->httpRequest->getMethod(), is_int($conn->resourceId), $conn->remoteAddress]), "\n";
        });
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$late = new Late;
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($late)), 0, '127.0.0.1');
$late->loop = $server->loop;
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
