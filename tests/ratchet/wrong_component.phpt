--TEST--
Ratchet: an application or a layer of the wrong class is refused with words that say what is needed
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Http\HttpServer;
use Ratchet\Server\{EchoServer, IoServer};
use Ratchet\WebSocket\WsServer;

final class NoMessages implements Ratchet\ComponentInterface
{
    function onOpen(Ratchet\ConnectionInterface $conn) {}
    function onClose(Ratchet\ConnectionInterface $conn) {}
    function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
final class Forgetful extends WsServer
{
    function __construct() {}
}
final class Forgetful2 extends HttpServer
{
    function __construct() {}
}

foreach ([
    fn() => new HttpServer(new EchoServer),
    fn() => new HttpServer(new stdClass),
    fn() => new HttpServer,
    fn() => new WsServer(new NoMessages),
    fn() => new WsServer(new stdClass),
    fn() => new WsServer,
    fn() => IoServer::factory(new WsServer(new EchoServer), 0, '127.0.0.1'),
    fn() => IoServer::factory(new HttpServer(new Forgetful), 0, '127.0.0.1'),
    fn() => IoServer::factory(new Forgetful2, 0, '127.0.0.1'),
] as $call) {
    try {
        $call();
        echo "no exception\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
new WsServer(new EchoServer, 'extra', 'arguments');
new HttpServer(new WsServer(new EchoServer), 'extra');
?>
--EXPECTF--
TypeError: Ratchet\Http\HttpServer::__construct(): Argument #1 ($component) must be of type Ratchet\Http\HttpServerInterface, Ratchet\Server\EchoServer given; wrap an application as new WsServer($app)
TypeError: Ratchet\Http\HttpServer::__construct(): Argument #1 ($component) must be of type Ratchet\Http\HttpServerInterface, stdClass given; wrap an application as new WsServer($app)
ArgumentCountError: %s
UnexpectedValueException: Expected instance of \Ratchet\WebSocket\MessageComponentInterface or \Ratchet\MessageComponentInterface, NoMessages given: it has no onMessage()
TypeError: Ratchet\WebSocket\WsServer::__construct(): Argument #1 ($component) must be of type Ratchet\ComponentInterface, stdClass given
ArgumentCountError: %s
LogicException: Ratchet\WebSocket\WsServer must be inside an HttpServer: use new HttpServer(new WsServer($app))
LogicException: Forgetful has no component: its constructor must call parent::__construct($component)
LogicException: Forgetful2 has no component: its constructor must call parent::__construct($component)
