<?php
/* SPDX-License-Identifier: MIT
 *
 * A layer in PHP between WsServer and the application, with a decorated
 * connection of its own.
 */
use Ratchet\AbstractConnectionDecorator;
use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;

class JsonConnection extends AbstractConnectionDecorator
{
    public $own = 'mine';

    public function send($data)
    {
        $this->getConnection()->send(json_encode($data));
        return $this;
    }

    public function close($code = null)
    {
        $this->wrappedConn->close($code ?? 4000);
    }
}

class Json implements MessageComponentInterface
{
    private $connections;

    public function __construct(private MessageComponentInterface $inner)
    {
        $this->connections = new SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->connections[$conn] = new JsonConnection($conn);
        $this->inner->onOpen($this->connections[$conn]);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $data = json_decode($msg, true);
        if (json_last_error()) {
            throw new DomainException(json_last_error_msg());
        }
        $this->inner->onMessage($this->connections[$from], $data);
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->inner->onClose($this->connections[$conn]);
        unset($this->connections[$conn]);
        echo count($this->connections), " left\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $this->inner->onError($this->connections[$conn], $e);
    }
}

class App implements MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->user = 'anna';
        $conn->own .= '!';
        $conn->send(['hello' => $conn->user, 'own' => $conn->own, 'id' => is_int($conn->resourceId), 'isset' => [isset($conn->user), isset($conn->nope)]]);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'bye') {
            unset($from->user);
            $from->send([isset($from->user)])->close();
            return;
        }
        $from->send([$from->user => $msg]);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo get_class($conn), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $conn->send(['error' => $e->getMessage()]);
    }
}

$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Json(new App)));
$server = Ratchet\Server\IoServer::factory($app, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
