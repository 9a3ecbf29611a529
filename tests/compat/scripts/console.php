<?php
/* SPDX-License-Identifier: MIT
 *
 * A command of a framework: Loop::get(), SocketServer, keepalive, a signal that
 * ends it in order, an exit code.
 *
 * @needs pcntl
 */
use Ratchet\ConnectionInterface;

class Listener implements Ratchet\MessageComponentInterface
{
    public $connections = [];

    public function onOpen(ConnectionInterface $conn)
    {
        $this->connections[$conn->resourceId] = $conn;
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        unset($this->connections[$conn->resourceId]);
        echo count($this->connections), " connections\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

class ServeCommand
{
    public function handle(): int
    {
        $loop = React\EventLoop\Loop::get();
        $listener = new Listener;
        $websocket = new Ratchet\WebSocket\WsServer($listener);
        $websocket->enableKeepAlive($loop, 30);
        $socket = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
        $server = new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer($websocket), $socket, $loop);
        $stop = function (int $signal) use ($loop, $socket, $listener, &$stop) {
            echo "signal $signal\n";
            $loop->removeSignal(SIGTERM, $stop);
            $socket->close();
            foreach ($listener->connections as $connection) {
                $connection->close(1001);
            }
            $loop->addTimer(0.01, fn() => $loop->stop());
        };
        $loop->addSignal(SIGTERM, $stop);
        $loop->addSignal(SIGUSR1, fn() => print(count($listener->connections) . " are here\n"));
        echo 'listening on ', $socket->getAddress(), "\n";
        $server->run();
        return 7;
    }
}

exit((new ServeCommand)->handle());
