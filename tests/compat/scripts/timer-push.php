<?php
/* SPDX-License-Identifier: MIT
 *
 * A periodic timer pushes to all clients, counts, and ends by itself.
 */
class Clock implements Ratchet\MessageComponentInterface
{
    public $clients;
    public $n = 0;

    public function __construct(private $loop)
    {
        $this->clients = new SplObjectStorage;
    }

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $this->clients->attach($conn);
        if (count($this->clients) < 2) {
            return;
        }
        $this->loop->addPeriodicTimer(0.005, function ($timer) {
            $this->n++;
            foreach ($this->clients as $client) {
                $client->send(json_encode(['tick' => $this->n]));
            }
            if ($this->n === 4) {
                $this->loop->cancelTimer($timer);
                foreach ($this->clients as $client) {
                    $client->close();
                }
            }
        });
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        if (!count($this->clients)) {
            echo "all gone after {$this->n}\n";
            $this->loop->stop();
        }
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$loop = React\EventLoop\Factory::create();
$socket = new React\Socket\Server('127.0.0.1:0', $loop);
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Clock($loop)));
$server = new Ratchet\Server\IoServer($app, $socket, $loop);
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
echo "done\n";
