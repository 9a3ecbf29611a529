<?php
/* SPDX-License-Identifier: MIT
 *
 * A route whose controller is none: who asks for it, and who asks for another.
 */
use Symfony\Component\Routing\Matcher\UrlMatcher;
use Symfony\Component\Routing\RequestContext;
use Symfony\Component\Routing\Route;
use Symfony\Component\Routing\RouteCollection;

$routes = new RouteCollection;
$routes->add('wrong', new Route('/wrong', ['_controller' => new Ratchet\Server\EchoServer]));
$routes->add('right', new Route('/right', ['_controller' => new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)]));
$router = new Ratchet\Http\Router(new UrlMatcher($routes, new RequestContext));
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($router), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
