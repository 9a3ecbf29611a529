--TEST--
Router: whatever goes wrong before a controller has the connection, the client is answered, and the exception goes on
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Http\Router;
use Symfony\Component\Routing\{Matcher\UrlMatcher, RequestContext, Route, RouteCollection};

abstract class AbstractController extends MockComponent {}
class Throwing extends MockComponent
{
    public function __construct() { throw new DomainException('constructor'); }
}
class Private_ extends MockComponent
{
    private function __construct() {}
}
class OpenThrows extends MockComponent
{
    public function onOpen(Ratchet\ConnectionInterface $conn, $request = null) { throw new DomainException('onOpen'); }
}
class NotText {}

$routes = new RouteCollection;
foreach ([new stdClass, new Ratchet\Server\EchoServer, 'stdClass', 'NoSuchClass', '', 5, null, [], 'AbstractController', 'Private_', 'Throwing', 'OpenThrows'] as $i => $controller) {
    $routes->add("r$i", new Route("/$i", ['_controller' => $controller]));
}
$routes->add('none', new Route('/none'));
$routes->add('no text', new Route('/no-text', ['_controller' => new MockComponent, 'x' => new NotText]));
$router = new Router(new UrlMatcher($routes, new RequestContext));
foreach (['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'none', 'no-text'] as $path) {
    echo "-- $path\n";
    $conn = new MockConnection;
    attempt(fn() => $router->onOpen($conn, request("http://localhost/$path")));
    echo get_class($conn->controller), "\n";
}

echo "-- a pattern that is none\n";
$routes->add('bad', new Route('/{1}'));
attempt(fn() => $router->onOpen($conn, request('http://localhost/bad')));

echo "-- the answer fails, too\n";
$failing = new class extends MockConnection {
    public function send($data) { throw new LengthException('send'); }
};
attempt(fn() => $router->onOpen($failing, request('http://localhost/0')));
attempt(fn() => $router->onOpen($failing, request('http://localhost/404')));

echo "-- a connection that takes no controller\n";
$closed = new class extends MockConnection {
    public function __set($name, $value) { throw new LengthException("set $name"); }
};
attempt(fn() => $router->onOpen($closed, request('http://localhost/0')));

echo "-- no parent constructor; a matcher that lies\n";
class Orphan extends Router
{
    public function __construct() {}
    public function lend($matcher) { $this->_matcher = $matcher; }
}
$orphan = new Orphan;
attempt(fn() => $orphan->onOpen($conn, request('http://localhost/0')));
class Liar
{
    public function __construct(private $context = null, private $match = null) {}
    public function getContext() { return $this->context; }
    public function match($path) { return $this->match; }
}
foreach ([new Liar, new Liar(new stdClass), new Liar(new RequestContext), new Liar(new RequestContext, ['_controller' => 'MockComponent'])] as $liar) {
    $orphan->lend($liar);
    attempt(fn() => $orphan->onOpen($conn, request('http://localhost/0')));
}

echo "-- exit\n";
class Leaving extends MockComponent
{
    public function __construct() { exit("left\n"); }
}
$routes->remove('bad');
$routes->add('exit', new Route('/exit', ['_controller' => 'Leaving']));
attempt(fn() => $router->onOpen($conn, request('http://localhost/exit')));
?>
--EXPECT--
-- 0
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 1
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 2
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 3
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 4
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 5
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 6
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 7
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- 8
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
Error: Cannot instantiate abstract class AbstractController
Ratchet\Http\NoOpHttpServerController
-- 9
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
Error: Call to private Private_::__construct() from scope Ratchet\Http\Router
Ratchet\Http\NoOpHttpServerController
-- 10
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
DomainException: constructor
Ratchet\Http\NoOpHttpServerController
-- 11
DomainException: onOpen
OpenThrows
-- none
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
Ratchet\Http\NoOpHttpServerController
-- no-text
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
Error: Object of class NotText could not be converted to string
Ratchet\Http\NoOpHttpServerController
-- a pattern that is none
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
DomainException: Variable name "1" cannot start with a digit in route pattern "/{1}". Please use a different name.
-- the answer fails, too
UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface
DomainException: Variable name "1" cannot start with a digit in route pattern "/{1}". Please use a different name.
-- a connection that takes no controller
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
LengthException: set controller
-- no parent constructor; a matcher that lies
LogicException: Orphan has no matcher: its constructor must call parent::__construct($matcher)
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: Liar::getContext() must return a RequestContext, null returned
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
Error: Call to undefined method stdClass::setmethod()
send "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
UnexpectedValueException: Liar::match() must return an array, null returned
onOpen GET http://localhost/0
= null
-- exit
left
