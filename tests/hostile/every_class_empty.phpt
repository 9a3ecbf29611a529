--TEST--
Every class without its constructor, and as a subclass that forgets it: all methods and all ways to look at it end
--FILE--
<?php
require __DIR__ . '/classes.inc';

foreach (classes() as $name => $class) {
    if ($class->isFinal() || $class->isSubclassOf(Throwable::class)) {
        continue;
    }
    $short = strtr($name, '\\', '_');
    $abstract = '';
    foreach ($class->isAbstract() ? $class->getMethods(ReflectionMethod::IS_ABSTRACT) : [] as $method) {
        $abstract .= 'public function ' . $method->getName() . '(' . implode(', ', array_map(fn($p) => '$' . $p->getName(), $method->getParameters())) . ') {}';
    }
    eval("class Forgetful_$short extends \\$name { public function __construct() {} $abstract }");
    $objects = [new ("Forgetful_$short")];
    if (!$class->isAbstract()) {
        $objects[] = $class->newInstanceWithoutConstructor();
    }
    foreach ($objects as $object) {
        look_through($object);
        call_methods($object);
        look_through($object);
    }
    unset($object, $objects);
    gc_collect_cycles();
    echo "$name\n";
}
echo "end\n";
?>
--EXPECT--
Ratchet\AbstractConnectionDecorator
Ratchet\App
Ratchet\Http\HttpRequestParser
Ratchet\Http\HttpServer
Ratchet\Http\NoOpHttpServerController
Ratchet\Http\OriginCheck
Ratchet\Http\Router
Ratchet\RFC6455\Handshake\ClientNegotiator
Ratchet\RFC6455\Handshake\RequestVerifier
Ratchet\RFC6455\Handshake\ResponseVerifier
Ratchet\RFC6455\Handshake\ServerNegotiator
Ratchet\RFC6455\Messaging\CloseFrameChecker
Ratchet\RFC6455\Messaging\Frame
Ratchet\RFC6455\Messaging\Message
Ratchet\RFC6455\Messaging\MessageBuffer
Ratchet\Server\EchoServer
Ratchet\Server\FlashPolicy
Ratchet\Server\IoConnection
Ratchet\Server\IoServer
Ratchet\Server\IpBlackList
Ratchet\Wamp\ServerProtocol
Ratchet\Wamp\Topic
Ratchet\Wamp\TopicManager
Ratchet\Wamp\WampConnection
Ratchet\Wamp\WampServer
Ratchet\WebSocket\ConnContext
Ratchet\WebSocket\WsConnection
Ratchet\WebSocket\WsServer
WsChat\Evenement\EventEmitter
WsChat\Psr7\Request
WsChat\Psr7\Response
WsChat\Psr7\Stream
WsChat\Psr7\Uri
WsChat\React\Socket\Connection
WsChat\React\Socket\LimitingServer
WsChat\Routing\RequestContext
WsChat\Routing\Route
WsChat\Routing\RouteCollection
WsChat\Routing\UrlMatcher
end
