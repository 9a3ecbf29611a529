--TEST--
Router: a route's placeholders become parameters of the query, which cannot override them
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Http\Router;
use Symfony\Component\Routing\{Matcher\UrlMatcher, RequestContext, Route, RouteCollection};

final class Text
{
    public function __toString() { return 'a text'; }
}
$routes = new RouteCollection;
$component = new MockComponent;
$routes->add('room', new Route('/room/{id}', ['_controller' => $component, '_hidden' => 'x']));
$routes->add('all', new Route('/all', ['_controller' => $component, 'null' => null, 'true' => true, 'false' => false, 'int' => 5, 'float' => 1.5,
    'list' => ['a', null, 7], 'text' => new Text, 'none' => [], 5 => 'number', 'sp ace&' => 'v=a l']));
$routes->add('plain', new Route('/plain', ['_controller' => $component]));
$router = new Router(new UrlMatcher($routes, new RequestContext));
$conn = new MockConnection;
foreach (['/room/42', '/room/42?', '/room/42?id=7', '/room/42?id[]=7&id=8&%69d=9', '/room/42?a=b&id=7&c', '/room/a%2Bb%26c%3Dd%23?x=%26', '/room/%C3%A9%00',
    '/room/42?a=1&b=2&a=3&a', '/room/42?a=x+y&b=%7E%20', '/room/42?&&=&=x&y==', '/room/42?_hidden=y&_route=z', '/room/42?0=a&5=b', '/all?int=6&true=no&z=1',
    '/plain', '/plain?a=b', '/plain?a=b+c', '/plain?a[]=1&a[]=2'] as $target) {
    echo "$target\n  ";
    $router->onOpen($conn, request("http://localhost$target"));
}
?>
--EXPECT--
/room/42
  onOpen GET http://localhost/room/42?id=42
/room/42?
  onOpen GET http://localhost/room/42?id=42
/room/42?id=7
  onOpen GET http://localhost/room/42?id=42
/room/42?id[]=7&id=8&%69d=9
  onOpen GET http://localhost/room/42?id=42&id%5B%5D=7
/room/42?a=b&id=7&c
  onOpen GET http://localhost/room/42?id=42&a=b&c
/room/a%2Bb%26c%3Dd%23?x=%26
  onOpen GET http://localhost/room/a%2Bb%26c%3Dd%23?id=a%2Bb%26c%3Dd%23&x=%26
/room/%C3%A9%00
  onOpen GET http://localhost/room/%C3%A9%00?id=%C3%A9%00
/room/42?a=1&b=2&a=3&a
  onOpen GET http://localhost/room/42?id=42&a=1&a=3&a&b=2
/room/42?a=x+y&b=%7E%20
  onOpen GET http://localhost/room/42?id=42&a=x%20y&b=~%20
/room/42?&&=&=x&y==
  onOpen GET http://localhost/room/42?id=42&&&=&=x&y=%3D
/room/42?_hidden=y&_route=z
  onOpen GET http://localhost/room/42?id=42&_hidden=y&_route=z
/room/42?0=a&5=b
  onOpen GET http://localhost/room/42?id=42&0=a&5=b
/all?int=6&true=no&z=1
  onOpen GET http://localhost/all?null&true=1&false=0&int=5&float=1.5&list=a&list&list=7&text=a%20text&sp%20ace%26=v%3Da%20l&z=1
/plain
  onOpen GET http://localhost/plain
/plain?a=b
  onOpen GET http://localhost/plain?a=b
/plain?a=b+c
  onOpen GET http://localhost/plain?a=b%20c
/plain?a[]=1&a[]=2
  onOpen GET http://localhost/plain?a%5B%5D=1&a%5B%5D=2
