--TEST--
Every class cloned, serialized and unserialized: refused, or a copy that is whole
--FILE--
<?php
require __DIR__ . '/classes.inc';

$loop = new WsChat\Loop;
$io = fn() => Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Patient)), 0, '127.0.0.1');
$manager = new Ratchet\Wamp\TopicManager(new Topical);
$checker = new Ratchet\RFC6455\Messaging\CloseFrameChecker;
$routes = new WsChat\Routing\RouteCollection;
$routes->add('a', new WsChat\Routing\Route('/a/{b}', ['_controller' => new Patient]));

/* Those that a script can make. */
$make = [
    Ratchet\App::class => fn() => new Ratchet\App('localhost', 0, '127.0.0.1'),
    Ratchet\Http\HttpRequestParser::class => fn() => new Ratchet\Http\HttpRequestParser,
    Ratchet\Http\HttpServer::class => fn() => new Ratchet\Http\HttpServer(new Patient),
    Ratchet\Http\NoOpHttpServerController::class => fn() => new Ratchet\Http\NoOpHttpServerController,
    Ratchet\Http\OriginCheck::class => fn() => new Ratchet\Http\OriginCheck(new Patient, ['localhost']),
    Ratchet\Http\Router::class => fn() => new Ratchet\Http\Router(new WsChat\Routing\UrlMatcher($routes, new WsChat\Routing\RequestContext)),
    Ratchet\RFC6455\Handshake\ClientNegotiator::class => fn() => new Ratchet\RFC6455\Handshake\ClientNegotiator,
    Ratchet\RFC6455\Handshake\PermessageDeflateOptions::class => fn() => Ratchet\RFC6455\Handshake\PermessageDeflateOptions::createEnabled(),
    Ratchet\RFC6455\Handshake\RequestVerifier::class => fn() => new Ratchet\RFC6455\Handshake\RequestVerifier,
    Ratchet\RFC6455\Handshake\ResponseVerifier::class => fn() => new Ratchet\RFC6455\Handshake\ResponseVerifier,
    Ratchet\RFC6455\Handshake\ServerNegotiator::class => fn() => new Ratchet\RFC6455\Handshake\ServerNegotiator(new Ratchet\RFC6455\Handshake\RequestVerifier),
    Ratchet\RFC6455\Messaging\CloseFrameChecker::class => fn() => new Ratchet\RFC6455\Messaging\CloseFrameChecker,
    Ratchet\RFC6455\Messaging\Frame::class => fn() => new Ratchet\RFC6455\Messaging\Frame('x'),
    Ratchet\RFC6455\Messaging\Message::class => fn() => (new Ratchet\RFC6455\Messaging\Message)->addFrame(new Ratchet\RFC6455\Messaging\Frame('x')),
    Ratchet\RFC6455\Messaging\MessageBuffer::class => fn() => new Ratchet\RFC6455\Messaging\MessageBuffer($checker, fn() => null),
    Ratchet\Server\EchoServer::class => fn() => new Ratchet\Server\EchoServer,
    Ratchet\Server\FlashPolicy::class => fn() => (new Ratchet\Server\FlashPolicy)->addAllowedAccess('localhost'),
    Ratchet\Server\IoServer::class => $io,
    Ratchet\Server\IpBlackList::class => fn() => (new Ratchet\Server\IpBlackList(new Patient))->blockAddress('192.0.2.1'),
    Ratchet\Wamp\ServerProtocol::class => fn() => new Ratchet\Wamp\ServerProtocol($manager),
    Ratchet\Wamp\Topic::class => fn() => new Ratchet\Wamp\Topic('topic'),
    Ratchet\Wamp\TopicManager::class => fn() => $manager,
    Ratchet\Wamp\WampConnection::class => fn() => new Ratchet\Wamp\WampConnection(new Silent),
    Ratchet\Wamp\WampServer::class => fn() => new Ratchet\Wamp\WampServer(new Topical),
    Ratchet\WebSocket\WsConnection::class => fn() => new Ratchet\WebSocket\WsConnection(new Silent),
    Ratchet\WebSocket\WsServer::class => fn() => new Ratchet\WebSocket\WsServer(new Patient),
    React\EventLoop\Loop::class => fn() => React\EventLoop\Loop::get(),
    WsChat\Connections::class => fn() => WsChat\Server::from($io())->connections(),
    WsChat\Evenement\EventEmitter::class => fn() => (new WsChat\Evenement\EventEmitter)->on('x', fn() => null) ?? new WsChat\Evenement\EventEmitter,
    WsChat\ListeningSocket::class => fn() => $io()->socket,
    WsChat\Loop::class => fn() => $loop,
    WsChat\Psr7\Request::class => fn() => new WsChat\Psr7\Request('GET', '/', ['a' => 'b']),
    WsChat\Psr7\Response::class => fn() => new WsChat\Psr7\Response(404, ['a' => 'b'], 'body'),
    WsChat\Psr7\Stream::class => fn() => new WsChat\Psr7\Stream('x'),
    WsChat\Psr7\Uri::class => fn() => new WsChat\Psr7\Uri('http://localhost/a?b#c'),
    WsChat\React\Socket\LimitingServer::class => fn() => new WsChat\React\Socket\LimitingServer(new WsChat\React\Socket\TcpServer('127.0.0.1:0', $loop), null),
    WsChat\React\Socket\SecureServer::class => fn() => new WsChat\React\Socket\SecureServer(new WsChat\React\Socket\TcpServer('127.0.0.1:0', $loop), $loop, []),
    WsChat\React\Socket\SocketServer::class => fn() => new WsChat\React\Socket\SocketServer('127.0.0.1:0', [], $loop),
    WsChat\React\Socket\TcpServer::class => fn() => new WsChat\React\Socket\TcpServer('127.0.0.1:0', $loop),
    WsChat\Routing\RequestContext::class => fn() => new WsChat\Routing\RequestContext,
    WsChat\Routing\Route::class => fn() => new WsChat\Routing\Route('/a/{b}', [], ['b' => '\d+']),
    WsChat\Routing\RouteCollection::class => fn() => $routes,
    WsChat\Routing\UrlMatcher::class => fn() => new WsChat\Routing\UrlMatcher($routes, new WsChat\Routing\RequestContext),
    WsChat\Server::class => fn() => WsChat\Server::from($io()),
    WsChat\Timer::class => fn() => $loop->addTimer(1000, fn() => null),
];

function attempt(Closure $do): string
{
    try {
        return is_object(@$do()) ? 'a copy' : 'something else';
    } catch (Throwable $e) {
        return preg_match('/uncloneable|private.*__clone|is not allowed/', $e->getMessage()) ? 'refused' : $e->getMessage();
    }
}

foreach (classes() as $name => $class) {
    if ($class->isAbstract() || $class->isSubclassOf(Throwable::class)) {
        continue;
    }
    $results = [];
    if (isset($make[$name])) {
        $object = @$make[$name]();
        $results[] = 'clone: ' . attempt(fn() => clone $object);
        $results[] = 'serialize: ' . attempt(fn() => unserialize(serialize($object)));
        look_through($object);
        call_methods($object, ['run']);
        foreach ([fn() => clone $object, fn() => unserialize(serialize($object))] as $copy) {
            try {
                $copy = $copy();
                look_through($copy);
                call_methods($copy, ['run']);
            } catch (Throwable) {
            }
        }
    }
    $results[] = 'made of a text: ' . attempt(fn() => unserialize('O:' . strlen($name) . ":\"$name\":1:{s:1:\"x\";i:1;}"));
    echo "$name: ", implode(', ', $results), "\n";
    unset($object, $copy);
    gc_collect_cycles();
}
echo "end\n";
?>
--EXPECT--
Ratchet\App: clone: a copy, serialize: refused, made of a text: a copy
Ratchet\Http\HttpRequestParser: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Http\HttpServer: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Http\NoOpHttpServerController: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Http\OriginCheck: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Http\Router: clone: a copy, serialize: refused, made of a text: a copy
Ratchet\RFC6455\Handshake\ClientNegotiator: clone: a copy, serialize: refused, made of a text: a copy
Ratchet\RFC6455\Handshake\PermessageDeflateOptions: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\RFC6455\Handshake\RequestVerifier: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\RFC6455\Handshake\ResponseVerifier: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\RFC6455\Handshake\ServerNegotiator: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\RFC6455\Messaging\CloseFrameChecker: clone: a copy, serialize: refused, made of a text: refused
Ratchet\RFC6455\Messaging\Frame: clone: a copy, serialize: refused, made of a text: refused
Ratchet\RFC6455\Messaging\Message: clone: a copy, serialize: refused, made of a text: refused
Ratchet\RFC6455\Messaging\MessageBuffer: clone: refused, serialize: refused, made of a text: refused
Ratchet\Server\EchoServer: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Server\FlashPolicy: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Server\IoConnection: made of a text: refused
Ratchet\Server\IoServer: clone: refused, serialize: refused, made of a text: refused
Ratchet\Server\IpBlackList: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Wamp\ServerProtocol: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Wamp\Topic: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Wamp\TopicManager: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Wamp\WampConnection: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\Wamp\WampServer: clone: a copy, serialize: a copy, made of a text: a copy
Ratchet\WebSocket\ConnContext: made of a text: a copy
Ratchet\WebSocket\WsConnection: clone: refused, serialize: refused, made of a text: refused
Ratchet\WebSocket\WsServer: clone: refused, serialize: refused, made of a text: refused
React\EventLoop\Factory: made of a text: a copy
React\EventLoop\Loop: clone: refused, serialize: refused, made of a text: a copy
WsChat\Connections: clone: refused, serialize: refused, made of a text: refused
WsChat\Evenement\Callback: made of a text: refused
WsChat\Evenement\EventEmitter: clone: a copy, serialize: refused, made of a text: a copy
WsChat\Listener: made of a text: refused
WsChat\ListeningSocket: clone: refused, serialize: refused, made of a text: refused
WsChat\Loop: clone: refused, serialize: refused, made of a text: refused
WsChat\Psr7\Message: made of a text: a copy
WsChat\Psr7\Request: clone: a copy, serialize: refused, made of a text: refused
WsChat\Psr7\Response: clone: a copy, serialize: refused, made of a text: refused
WsChat\Psr7\Stream: clone: a copy, serialize: refused, made of a text: refused
WsChat\Psr7\Uri: clone: a copy, serialize: refused, made of a text: refused
WsChat\React\Socket\Connection: made of a text: refused
WsChat\React\Socket\FdServer: made of a text: refused
WsChat\React\Socket\LimitingServer: clone: refused, serialize: refused, made of a text: refused
WsChat\React\Socket\SecureServer: clone: refused, serialize: refused, made of a text: refused
WsChat\React\Socket\Server: made of a text: refused
WsChat\React\Socket\SocketServer: clone: refused, serialize: refused, made of a text: refused
WsChat\React\Socket\TcpServer: clone: refused, serialize: refused, made of a text: refused
WsChat\React\Socket\UnixServer: made of a text: refused
WsChat\Routing\RequestContext: clone: a copy, serialize: refused, made of a text: refused
WsChat\Routing\Route: clone: a copy, serialize: refused, made of a text: refused
WsChat\Routing\RouteCollection: clone: a copy, serialize: refused, made of a text: refused
WsChat\Routing\UrlMatcher: clone: a copy, serialize: refused, made of a text: refused
WsChat\Server: clone: refused, serialize: refused, made of a text: refused
WsChat\Stats: made of a text: refused
WsChat\Timer: clone: refused, serialize: refused, made of a text: refused
end
