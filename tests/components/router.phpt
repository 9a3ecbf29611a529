--TEST--
Router: alone on any connection; finds controllers, answers 404 and 405, passes everything on to $conn->controller
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Http\Router;
use Symfony\Component\Routing\{Matcher\UrlMatcher, RequestContext, Route, RouteCollection};

class Counted extends MockComponent
{
    public static $count = 0;
    public function __construct() { self::$count++; }
}

$routes = new RouteCollection;
$routes->add('plain', new Route('/plain', ['_controller' => $plain = new MockComponent], [], [], '', [], ['GET']));
$routes->add('string', new Route('/string', ['_controller' => 'Counted']));
$routes->add('host', new Route('/host', ['_controller' => $plain], [], [], 'other.net'));
$routes->add('post', new Route('/post', ['_controller' => $plain], [], [], '', [], ['POST', 'PUT']));
$router = new Router(new UrlMatcher($routes, new RequestContext));

echo "-- found\n";
$conn = new MockConnection;
attempt(fn() => $router->onOpen($conn, request('http://localhost/plain?a=b')));
var_dump($conn->controller === $plain);
attempt(fn() => $router->onMessage($conn, 'hello'));
attempt(fn() => $router->onError($conn, new Exception('e')));
attempt(fn() => $router->onClose($conn));

echo "-- a new one for each\n";
$other = new MockConnection;
attempt(fn() => $router->onOpen($conn, request('http://localhost/string')));
attempt(fn() => $router->onOpen($other, request('http://localhost/string')));
var_dump($conn->controller !== $other->controller, Counted::$count);

echo "-- host and method\n";
attempt(fn() => $router->onOpen($conn, request('http://other.net/host')));
attempt(fn() => $router->onOpen($conn, request('http://localhost/host')));
attempt(fn() => $router->onOpen($conn, request('http://localhost/post', [], 'PUT')));
attempt(fn() => $router->onOpen($conn, request('http://localhost/post', [], 'DELETE')));
attempt(fn() => $router->onOpen($conn, request('http://localhost/plain', [], 'POST')));

echo "-- nothing\n";
attempt(fn() => $router->onOpen($conn, request('http://localhost/nothing')));
echo get_class($conn->controller), "\n";
attempt(fn() => $router->onMessage($conn, 'x'));
attempt(fn() => $router->onClose($conn));
attempt(fn() => $router->onError($conn, new Exception('e')));
attempt(fn() => $router->onOpen($conn));

echo "-- before onOpen\n";
$fresh = new MockConnection;
attempt(fn() => $router->onMessage($fresh, 'x'));
attempt(fn() => $router->onClose($fresh));
attempt(fn() => $router->onError($fresh, new Exception('e')));

echo "-- a matcher of one's own\n";
class Any implements Symfony\Component\Routing\Matcher\UrlMatcherInterface
{
    public $context;
    public function __construct(public $result) { $this->context = new RequestContext; }
    public function setContext(RequestContext $context) { $this->context = $context; }
    public function getContext() { return $this->context; }
    public function match(string $pathinfo) { echo "match {$this->context->getMethod()} {$this->context->getHost()} $pathinfo\n"; return ($this->result)(); }
}
class Exposed extends Router
{
    public function matcher() { return $this->_matcher; }
}
$router = new Exposed($any = new Any(fn() => ['_controller' => $plain]));
var_dump($router->matcher() === $any);
attempt(fn() => $router->onOpen($conn, request('http://h.net/%C3%A9/x%20y', [], 'patch')));
$any->result = fn() => throw new Symfony\Component\Routing\Exception\ResourceNotFoundException('none');
attempt(fn() => $router->onOpen($conn, request('http://h.net/')));
$any->result = fn() => throw new Symfony\Component\Routing\Exception\MethodNotAllowedException(['get']);
attempt(fn() => $router->onOpen($conn, request('http://h.net/')));
attempt(fn() => new Router(new stdClass));
attempt(fn() => new Router('x'));
?>
--EXPECT--
-- found
onOpen GET http://localhost/plain?a=b
= null
bool(true)
onMessage hello
= null
onError e
= null
onClose
= null
-- a new one for each
onOpen GET http://localhost/string
= null
onOpen GET http://localhost/string
= null
bool(true)
int(2)
-- host and method
onOpen GET http://other.net/host
= null
send "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
onOpen PUT http://localhost/post
= null
send "HTTP/1.1 405 Method Not Allowed\r\nX-Powered-By: Ratchet/0.4.4\r\nAllow: POST, PUT\r\n\r\n"
close
= null
send "HTTP/1.1 405 Method Not Allowed\r\nX-Powered-By: Ratchet/0.4.4\r\nAllow: GET\r\n\r\n"
close
= null
-- nothing
send "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
Ratchet\Http\NoOpHttpServerController
= null
= null
= null
UnexpectedValueException: $request can not be null
-- before onOpen
= null
= null
= null
-- a matcher of one's own
bool(true)
match PATCH h.net /%C3%A9/x%20y
onOpen PATCH http://h.net/%C3%A9/x%20y
= null
match GET h.net /
send "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
close
= null
match GET h.net /
send "HTTP/1.1 405 Method Not Allowed\r\nX-Powered-By: Ratchet/0.4.4\r\nAllow: GET\r\n\r\n"
close
= null
TypeError: Ratchet\Http\Router::__construct(): Argument #1 ($matcher) must be of type Symfony\Component\Routing\Matcher\UrlMatcherInterface, stdClass given
TypeError: Ratchet\Http\Router::__construct(): Argument #1 ($matcher) must be of type Symfony\Component\Routing\Matcher\UrlMatcherInterface, string given
