<?php
/* SPDX-License-Identifier: MIT
 *
 * HTTP and WebSockets on one port: Symfony's routes, a page, a server, methods.
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Symfony\Component\Routing\Matcher\UrlMatcher;
use Symfony\Component\Routing\RequestContext;
use Symfony\Component\Routing\Route;
use Symfony\Component\Routing\RouteCollection;

class Page implements Ratchet\Http\HttpServerInterface
{
    private static $made = 0;

    public function __construct()
    {
        self::$made++;
    }

    public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
    {
        $text = implode(' ', [$request->getMethod(), $request->getUri()->getPath(), $request->getUri()->getQuery(), get_class($conn->controller), self::$made]);
        $conn->send("HTTP/1.1 200 OK\r\nContent-Length: " . strlen($text) . "\r\n\r\n$text");
        $conn->close();
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "page closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$routes = new RouteCollection;
$routes->add('page', new Route('/page/{name}', ['_controller' => Page::class, 'format' => 'html'], [], [], '', [], ['GET']));
$routes->add('object', new Route('/object/{id}', ['_controller' => new Page], ['id' => '\d+'], [], 'localhost', [], ['POST', 'PUT']));
$routes->add('ws', new Route('/ws', ['_controller' => new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)]));
$router = new Ratchet\Http\Router(new UrlMatcher($routes, new RequestContext));
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($router), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
