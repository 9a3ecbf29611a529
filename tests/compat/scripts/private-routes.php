<?php
/* SPDX-License-Identifier: MIT
 *
 * laravel-websockets' shape: Router, a controller class with objects, a
 * decorated HttpServer, tap()->send().
 *
 * @needs vendor
 */
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\MessageInterface;
use Symfony\Component\Routing\Matcher\UrlMatcher;
use Symfony\Component\Routing\RequestContext;
use Symfony\Component\Routing\Route;
use Symfony\Component\Routing\RouteCollection;

function tap($value, $callback = null)
{
    return $value;
}

class Handler implements Ratchet\WebSocket\MessageComponentInterface
{
    public $channels = [];

    public function onOpen(ConnectionInterface $connection)
    {
        parse_str($connection->httpRequest->getUri()->getQuery(), $query);
        $connection->app = (object) ['id' => $query['appKey'], 'capacity' => 2];
        $connection->socketId = sprintf('%d.%d', 1, count($this->channels));
        tap($connection)->send(json_encode([
            'event' => 'pusher:connection_established',
            'data' => json_encode(['socket_id' => $connection->socketId, 'activity_timeout' => 30]),
        ]));
    }

    public function onMessage(ConnectionInterface $connection, MessageInterface $message)
    {
        $payload = json_decode($message->getPayload());
        if ($payload->event === 'pusher:ping') {
            $connection->send(json_encode(['event' => 'pusher:pong']));
        } elseif ($payload->event === 'pusher:subscribe') {
            $this->channels[$connection->app->id][$payload->data->channel][$connection->socketId] = $connection;
            $connection->send(json_encode(['event' => 'pusher_internal:subscription_succeeded', 'channel' => $payload->data->channel]));
        } else {
            throw new DomainException('unknown event', 4000);
        }
    }

    public function onClose(ConnectionInterface $connection)
    {
        echo "closed {$connection->socketId} of {$connection->app->id}\n";
        foreach ($this->channels[$connection->app->id] ?? [] as $name => $members) {
            unset($this->channels[$connection->app->id][$name][$connection->socketId]);
        }
    }

    public function onError(ConnectionInterface $connection, \Exception $exception)
    {
        $connection->send(json_encode(['event' => 'pusher:error', 'data' => ['message' => $exception->getMessage(), 'code' => $exception->getCode()]]));
    }
}

class Trigger implements Ratchet\Http\HttpServerInterface
{
    public function __construct(private Handler $handler)
    {
    }

    public function onOpen(ConnectionInterface $connection, RequestInterface $request = null)
    {
        $connection->contentLength = (int) ($request->getHeader('Content-Length')[0] ?? 0);
        $connection->requestBuffer = (string) $request->getBody();
        $connection->request = $request;
        $this->check($connection);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->requestBuffer .= $msg;
        $this->check($from);
    }

    private function check(ConnectionInterface $connection)
    {
        if (strlen($connection->requestBuffer) !== $connection->contentLength) {
            return;
        }
        parse_str($connection->request->getUri()->getQuery(), $query);
        $event = json_decode($connection->requestBuffer);
        foreach ($this->handler->channels[$query['appId']][$event->channel] ?? [] as $member) {
            $member->send(json_encode($event));
        }
        tap($connection)->send(GuzzleHttp\Psr7\Message::toString(new GuzzleHttp\Psr7\Response(200, ['Content-Type' => 'application/json'], '{}')))->close();
    }

    public function onClose(ConnectionInterface $connection)
    {
    }

    public function onError(ConnectionInterface $connection, \Exception $exception)
    {
    }
}

class LargeHttpServer extends Ratchet\Http\HttpServer
{
    public function __construct(Ratchet\Http\HttpServerInterface $component, int $maxRequestSize = 4096)
    {
        parent::__construct($component);
        $this->_reqParser->maxSize = $maxRequestSize;
    }
}

$handler = new Handler;
$routes = new RouteCollection;
$routes->add('ws', new Route('/app/{appKey}', ['_controller' => new Ratchet\WebSocket\WsServer($handler)], [], [], '', [], ['GET']));
$routes->add('events', new Route('/apps/{appId}/events', ['_controller' => new Trigger($handler)], [], [], '', [], ['POST']));
$loop = React\EventLoop\Factory::create();
$socket = new React\Socket\Server('127.0.0.1:0', $loop);
$app = new LargeHttpServer(new Ratchet\Http\Router(new UrlMatcher($routes, new RequestContext)), 100 * 1024);
$server = new Ratchet\Server\IoServer($app, $socket, $loop);
echo 'listening on ', $socket->getAddress(), "\n";
$server->run();
