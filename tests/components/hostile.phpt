--TEST--
Router, OriginCheck, IpBlackList: user code that changes what is being used: controllers, components, connections, references
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Http\{OriginCheck, Router};
use Ratchet\Server\IpBlackList;
use Symfony\Component\Routing\{Matcher\UrlMatcher, RequestContext, Route, RouteCollection};

echo "-- a controller that is dropped while it runs\n";
class Dropping extends MockComponent
{
    public function onOpen(Ratchet\ConnectionInterface $conn, $request = null)
    {
        $conn->controller = null;
        $GLOBALS['routes'] = $GLOBALS['router'] = null;
        gc_collect_cycles();
        return parent::onOpen($conn, $request);
    }
    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        unset($from->controller);
        gc_collect_cycles();
        echo "dropped $msg\n";
    }
    public function __destruct() { echo "destroyed\n"; }
}
$routes = new RouteCollection;
$routes->add('r', new Route('/', ['_controller' => 'Dropping']));
$router = new Router(new UrlMatcher($routes, new RequestContext));
$conn = new MockConnection;
attempt(fn() => $GLOBALS['router']->onOpen($conn, request('http://localhost/')));
$router = new Router(new UrlMatcher(new RouteCollection, new RequestContext));
$conn->controller = new Dropping;
attempt(fn() => $router->onMessage($conn, 'x'));

echo "-- a connection with properties of its own kind\n";
class Magic extends MockConnection
{
    public $real;
    public function __set($name, $value) { echo "set $name ", get_class($value), "\n"; $this->real = $value; }
    public function __get($name) { echo "get $name\n"; return $this->real; }
    public function __isset($name) { echo "isset $name\n"; return true; }
}
$routes = new RouteCollection;
$routes->add('r', new Route('/', ['_controller' => new MockComponent]));
$router = new Router(new UrlMatcher($routes, new RequestContext));
$magic = new Magic;
attempt(fn() => $router->onOpen($magic, request('http://localhost/')));
attempt(fn() => $router->onMessage($magic, 'x'));
$magic->real = 5;
attempt(fn() => $router->onMessage($magic, 'x'));
$lying = new class extends MockConnection {
    public function __isset($name) { throw new DomainException('isset'); }
};
attempt(fn() => $router->onMessage($lying, 'x'));

echo "-- references, and a destructor of the old controller\n";
$conn = new MockConnection;
$conn->controller = null;
$reference = &$conn->controller;
attempt(fn() => $router->onOpen($conn, request('http://localhost/')));
echo get_class($reference), "\n";
$reference = new class extends MockComponent {
    public function __destruct() { throw new DomainException('destructor'); }
};
attempt(fn() => $router->onOpen($conn, request('http://localhost/')));

echo "-- a component that replaces itself\n";
class Swapping extends OriginCheck
{
    public function swap() { $this->_component = null; $this->allowedOrigins = null; gc_collect_cycles(); }
}
$swap = new Swapping(new class extends MockComponent {
    public $check;
    public function onMessage(Ratchet\ConnectionInterface $from, $msg) { $this->check->swap(); return parent::onMessage($from, $msg); }
    public function & onClose(Ratchet\ConnectionInterface $conn) { static $result = 'by reference'; return $result; }
    public function __destruct() { echo "destroyed\n"; }
});
(fn() => $this->_component->check = $this)->call($swap);
attempt(fn() => $swap->onClose($conn));
attempt(fn() => $swap->onMessage($conn, 'x'));
attempt(fn() => $swap->onMessage($conn, 'x'));

echo "-- requests that lie\n";
class Lying extends WsChat\Psr7\Request
{
    public function getHeader($name): array { throw new DomainException('getHeader'); }
    public function getMethod(): string { throw new DomainException('getMethod'); }
}
attempt(fn() => (new OriginCheck(new MockComponent, ['x']))->onOpen($conn, new Lying('GET', 'http://localhost/')));
attempt(fn() => $router->onOpen(new MockConnection, new Lying('GET', 'http://localhost/')));

echo "-- an address that throws, or is none\n";
$list = new IpBlackList(new MockComponent);
$list->blockAddress('');
$throwing = new class implements Ratchet\ConnectionInterface {
    public function __get($name) { throw new DomainException($name); }
    public function send($data) { return $this; }
    public function close() { echo "close\n"; return 'closed'; }
};
attempt(fn() => $list->onOpen($throwing));
attempt(fn() => $list->onClose($throwing));
attempt(fn() => $list->onOpen(new MockConnection(null)));
attempt(fn() => $list->onOpen(new MockConnection(new class { function __toString() { return '1.2.3.4:5'; } })));

echo "-- extra arguments, constructed twice, borrowed methods\n";
attempt(fn() => $list->onMessage($conn, 'x', 'extra'));
$list->__construct(new MockComponent, 'extra');
attempt(fn() => $list->blockAddress('a', 'extra')->isBlocked('a', 'extra'));
$copy = clone $list;
$copy->blockAddress('b');
echo json_encode([$list->isBlocked('b'), $copy->isBlocked('b')]), "\n";
?>
--EXPECT--
-- a controller that is dropped while it runs
onOpen GET http://localhost/
destroyed
= null
dropped x
destroyed
= null
-- a connection with properties of its own kind
set controller Ratchet\Http\NoOpHttpServerController
set controller MockComponent
onOpen GET http://localhost/
= null
isset controller
get controller
onMessage x
= null
isset controller
get controller
= null
DomainException: isset
-- references, and a destructor of the old controller
onOpen GET http://localhost/
= null
MockComponent
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
DomainException: destructor
-- a component that replaces itself
= "by reference"
onMessage x
destroyed
= "told"
LogicException: Swapping has no component: its constructor must call parent::__construct($component)
-- requests that lie
DomainException: getHeader
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
DomainException: getMethod
-- an address that throws, or is none
DomainException: remoteAddress
DomainException: remoteAddress
close
= null
onOpen
= "opened"
-- extra arguments, constructed twice, borrowed methods
onMessage x
= "told"
= true
[false,true]
