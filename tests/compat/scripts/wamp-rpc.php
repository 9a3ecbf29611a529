<?php
/* SPDX-License-Identifier: MIT
 *
 * WAMP calls: results, errors with and without details, prefixes.
 */
use Ratchet\ConnectionInterface;

class Calculator implements Ratchet\Wamp\WampServerInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo strlen($conn->WAMP->sessionId) > 10 ? 'a session' : 'no session', ', ', count($conn->WAMP->prefixes), " prefixes\n";
    }

    public function onCall(ConnectionInterface $conn, $id, $fn, array $params)
    {
        echo "call $fn ", json_encode($params), ' ', $conn->getUri((string) $fn), "\n";
        switch (substr((string) $fn, -3)) {
            case 'sum':
                return $conn->callResult($id, [array_sum($params)]);
            case 'err':
                return $conn->callError($id, $fn);
            case 'why':
                return $conn->callError($id, 'http://error/why', 'because', ['a' => 1]);
            case 'pre':
                return $conn->prefix('calc', 'http://example.com/calc')->callResult($id);
            case 'die':
                throw new Exception('no');
        }
        return $conn->callResult($id, $params);
    }

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic)
    {
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo json_encode($conn->WAMP->prefixes), "\nclosed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
        $conn->event('errors', ['message' => $e->getMessage()]);
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(
    new Ratchet\Wamp\WampServer(new Calculator)
)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
