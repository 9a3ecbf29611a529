<?php
/* SPDX-License-Identifier: MIT
 *
 * What a component can read of the request: headers, cookies, address, and
 * copies of it.
 */
use Ratchet\ConnectionInterface;

class Ask implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $request = $conn->httpRequest;
        $uri = $request->getUri();
        $conn->send(json_encode([
            'request' => $request instanceof Psr\Http\Message\RequestInterface,
            'method' => $request->getMethod(), 'version' => $request->getProtocolVersion(), 'target' => $request->getRequestTarget(),
            'uri' => (string) $uri, 'scheme' => $uri->getScheme(), 'host' => $uri->getHost(), 'port' => $uri->getPort(),
            'authority' => $uri->getAuthority(), 'path' => $uri->getPath(), 'query' => $uri->getQuery(), 'fragment' => $uri->getFragment(),
        ]));
        $conn->send(json_encode([
            'x' => $request->getHeader('X-TWICE'), 'line' => $request->getHeaderLine('x-twice'), 'none' => $request->getHeader('X-None'),
            'noline' => $request->getHeaderLine('X-None'), 'has' => [$request->hasHeader('cookie'), $request->hasHeader('nope')],
            'names' => array_keys($request->getHeaders()), 'body' => (string) $request->getBody(),
        ]));
        $cookies = [];
        foreach (array_filter(explode(';', $request->getHeaderLine('Cookie'))) as $pair) {
            [$name, $value] = explode('=', trim($pair), 2);
            $cookies[$name] = urldecode($value);
        }
        $conn->send(json_encode($cookies));
        $other = $request->withHeader('X-New', 'v')->withoutHeader('Cookie')->withAddedHeader('x-twice', '3')->withMethod('POST')
            ->withUri($uri->withPath('/other')->withQuery('a=ü b')->withHost('example.com'));
        $conn->send(json_encode([
            $other === $request, $request->hasHeader('X-New'), $other->getHeaders(), $other->getMethod(), (string) $other->getUri(),
            $other->getRequestTarget(), $request->getMethod(), (string) $request->getUri(),
        ]));
        $conn->send($conn->remoteAddress);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($from->httpRequest->getHeaderLine($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'closed ', $conn->httpRequest->getUri()->getPath(), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', get_class($e), ' ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ask)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
