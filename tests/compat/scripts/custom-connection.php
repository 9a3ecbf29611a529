<?php
/* SPDX-License-Identifier: MIT
 *
 * A connection that is no socket is handed to an IoServer.
 */
use Evenement\EventEmitter;

class Wire extends EventEmitter implements React\Socket\ConnectionInterface
{
    public $stream;
    public $written = '';

    public function __construct()
    {
        $this->stream = fopen('php://memory', 'r+');
    }

    public function getRemoteAddress()
    {
        return 'tcp://[2001:db8::1]:1234';
    }

    public function getLocalAddress()
    {
        return null;
    }

    public function isReadable()
    {
        return true;
    }

    public function pause()
    {
    }

    public function resume()
    {
    }

    public function pipe(React\Stream\WritableStreamInterface $dest, array $options = [])
    {
        return $dest;
    }

    public function close()
    {
        echo "close\n";
        $this->emit('close');
    }

    public function isWritable()
    {
        return true;
    }

    public function write($data)
    {
        $this->written .= $data;
        return true;
    }

    public function end($data = null)
    {
        echo "end\n";
        $this->close();
    }
}

class App implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        echo 'open ', get_class($conn), ' ', $conn->remoteAddress, ' ', gettype($conn->resourceId), "\n";
        $conn->send('welcome ');
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send(strtoupper($msg));
        if ($msg === 'bye') {
            $from->close();
        }
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "onClose\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
        echo get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$socket = new React\Socket\SocketServer('127.0.0.1:0');
$server = new Ratchet\Server\IoServer(new App, $socket);
$wire = new Wire;
$socket->emit('connection', [$wire]);
$wire->emit('data', ['hello ']);
$wire->emit('error', [new RuntimeException('of the wire')]);
echo json_encode(array_map('count', $wire->listeners())), "\n";
$wire->emit('data', ['bye']);
echo $wire->written, "\n";
$socket->close();
