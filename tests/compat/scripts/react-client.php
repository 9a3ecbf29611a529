<?php
/* SPDX-License-Identifier: MIT
 *
 * A WebSocket server and, on the same loop, a client of React that speaks to
 * another server.
 *
 * @needs vendor
 */
use React\Socket\ConnectionInterface;
use React\Socket\Connector;

$loop = React\EventLoop\Loop::get();
$backend = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
$backend->on('connection', function (ConnectionInterface $connection) {
    $connection->on('data', fn($data) => $connection->write("backend: $data"));
    $connection->on('close', fn() => print("backend closed\n"));
});

class Proxy implements Ratchet\MessageComponentInterface
{
    public function __construct(private string $address, private $loop)
    {
    }

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $connector = new Connector([], $this->loop);
        $connector->connect($this->address)->then(function (ConnectionInterface $backend) use ($conn) {
            $conn->backend = $backend;
            $backend->on('data', fn($data) => $conn->send($data));
            $conn->send('connected');
        }, function (Exception $e) use ($conn) {
            $conn->send(get_class($e));
        });
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->backend->write($msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        $conn->backend->end();
        echo "client closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$socket = new React\Socket\SocketServer('127.0.0.1:0', [], $loop);
$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Proxy($backend->getAddress(), $loop)));
$server = new Ratchet\Server\IoServer($app, $socket, $loop);
echo 'listening on ', $socket->getAddress(), "\n";
$server->run();
