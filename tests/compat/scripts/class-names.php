<?php
/* SPDX-License-Identifier: MIT
 *
 * Names of classes that a script may ask for, where wschat has others of its
 * own.
 */
class Names implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $request = $conn->httpRequest;
        $uri = $request->getUri();
        echo get_class($request), ' ', var_export($request instanceof GuzzleHttp\Psr7\Request, true), ' ', get_class($uri), ' ',
            var_export($uri instanceof GuzzleHttp\Psr7\Uri, true), ' ', get_class($request->getBody()), "\n";
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Names)), 0, '127.0.0.1');
echo get_class($server->socket), ' ', var_export($server->socket instanceof React\Socket\Server, true), ' ', get_class($server->loop), ' ',
    var_export($server->loop instanceof React\EventLoop\StreamSelectLoop, true), "\n";
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
