<?php
/* SPDX-License-Identifier: MIT
 *
 * A layer in PHP between HttpServer and WsServer that refuses before the
 * upgrade, with CloseResponseTrait.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;

class Auth implements Ratchet\Http\HttpServerInterface
{
    use Ratchet\Http\CloseResponseTrait;

    public function __construct(private Ratchet\Http\HttpServerInterface $delegate)
    {
    }

    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        parse_str($request->getUri()->getQuery(), $query);
        if (!isset($query['key'])) {
            return $this->close($conn, 401, ['WWW-Authenticate' => 'Token']);
        }
        if ($query['key'] !== 'secret') {
            return $this->close($conn, 403);
        }
        if ($query['key2'] ?? null) {
            return $this->close($conn);
        }
        $conn->user = 'checked';
        return $this->delegate->onOpen($conn, $request->withUri($request->getUri()->withQuery('')));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        echo 'bytes ', get_class($from), ' ', strlen($msg) > 0 ? 'some' : 'none', "\n";
        return $this->delegate->onMessage($from, $msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'closed ', $conn->user ?? 'nobody', "\n";
        return $this->delegate->onClose($conn);
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        return $this->delegate->onError($conn, $e);
    }
}

class App implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send("{$conn->user} {$conn->httpRequest->getUri()}");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if ($msg === 'throw') {
            throw new Exception('thrown');
        }
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "app closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $conn->send("error {$e->getMessage()}");
    }
}

$app = new Ratchet\Http\HttpServer(new Auth(new Ratchet\WebSocket\WsServer(new App)));
$server = Ratchet\Server\IoServer::factory($app, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
