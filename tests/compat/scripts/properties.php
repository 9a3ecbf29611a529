<?php
/* SPDX-License-Identifier: MIT
 *
 * Properties of connections: what is there, what is not, isset and unset, what
 * PHP says of them.
 */
use Ratchet\ConnectionInterface;

class Props implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->mine = ['a' => 1];
        $conn->nothing = null;
        $conn->{'with space'} = 'ok';
        $conn->object = new stdClass;
        $conn->object->count = 1;
        $conn->object->count++;
        echo json_encode([
            'isset' => [isset($conn->mine), isset($conn->nothing), isset($conn->nope), isset($conn->resourceId), isset($conn->mine['a'])],
            'empty' => [empty($conn->mine), empty($conn->nope)], 'coalesce' => $conn->nope ?? 'default',
            'values' => [$conn->mine, $conn->nothing, $conn->{'with space'}, $conn->object->count],
            'exists' => [property_exists($conn, 'resourceId'), property_exists($conn, 'mine')],
            'class' => get_class($conn), 'json' => json_encode($conn), 'address' => $conn->remoteAddress,
        ]), "\n";
        unset($conn->mine);
        echo var_export(isset($conn->mine), true), ' ', var_export($conn->WebSocket->closing, true), ' ', $conn->httpRequest instanceof Psr\Http\Message\RequestInterface ? 'a request' : 'no request', ' ',
            get_class($conn->WebSocket), ' ', var_export($conn->httpHeadersReceived, true), "\n";
        echo implode(' ', array_map('strval', class_implements($conn))), ' ', implode(' ', class_parents($conn)), "\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        switch ($msg) {
            case 'undefined':
                return $from->send(var_export(@$from->nope, true));
            case 'string':
                try {
                    return $from->send((string) $from);
                } catch (Error $e) {
                    return $from->send(get_class($e) . ': ' . $e->getMessage());
                }
            case 'clone':
                $from->copy = 'x';
                return $from->send($from->copy);
            case 'overwrite':
                $from->resourceId = 'my own';
                $from->remoteAddress = '::1';
                return $from->send("{$from->resourceId} {$from->remoteAddress}");
            case 'increment':
                $from->n = ($from->n ?? 0) + 1;
                $from->n++;
                $from->n .= '!';
                return $from->send($from->n);
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo json_encode([$conn->{'with space'}, $conn->n, $conn->resourceId, $conn->object, $conn->httpRequest->getMethod()]), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Props)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
