--TEST--
Routing: user code where nobody expects it: destructors of defaults, __toString() of requirements, error handlers while it matches
--FILE--
<?php
use WsChat\Routing\{RequestContext, Route, RouteCollection, UrlMatcher};

class Meddler
{
    public function __construct(private Closure $do) {}
    public function __destruct() { ($this->do)(); }
}
class Text
{
    public function __construct(private Closure $do) {}
    public function __toString(): string { return ($this->do)(); }
}

echo "-- a destructor changes the array that it was in\n";
$route = new Route('/x');
$route->setDefault('a', new Meddler(function () use ($route) {
    for ($i = 0; $i < 100; $i++) {
        $route->setDefault("k$i", $i);
    }
}));
$route->setDefault('a', 'new');
echo count($route->getDefaults()), ' ', $route->getDefault('a'), "\n";
$route->setDefaults(['b' => new Meddler(fn() => $route->setDefault('c', 1))]);
$route->addDefaults(['b' => 1, 'd' => 2]);
echo json_encode($route->getDefaults()), "\n";
$context = new RequestContext;
$context->setParameter('a', new Meddler(fn() => $context->setParameters([1, 2, 3])));
$context->setParameter('a', 1);
echo json_encode($context->getParameters()), "\n";

echo "-- a destructor of a route changes the collection\n";
class Dying extends Route
{
    public $routes;
    public function __destruct() { $this->routes?->add('late', new Route('/late')); $this->routes?->remove('x'); }
}
$routes = new RouteCollection;
$routes->add('x', new Route('/x'));
$routes->add('d', $dying = new Dying('/d'));
$dying->routes = $routes;
unset($dying);
$routes->remove('d');
gc_collect_cycles();
echo implode(' ', array_keys($routes->all())), "\n";

echo "-- __toString() changes what is being read\n";
$route = new Route('/{a}', [], ['a' => new Text(function () use (&$route) { $route?->setRequirements([]); return '\d'; })]);
$route->addRequirements(['b' => new Text(function () use ($route) { $route->setRequirements(['z' => 'z']); return '\d'; }), 'c' => 'x']);
echo json_encode($route->getRequirements()), "\n";
try {
    $route->setMethods(['GET', new Text(fn() => throw new DomainException('no'))]);
} catch (DomainException $e) {
    echo $e->getMessage(), ' ', json_encode($route->getMethods()), "\n";
}

echo "-- an error handler changes the routes while one is matched\n";
$routes = new RouteCollection;
$routes->add('bad', $bad = new Route('/{a<[>}'));
$routes->add('host', $host = new Route('/{a}', [], [], [], '{b<[>}'));
$routes->add('good', new Route('/{a}'));
set_error_handler(function () use ($routes, $bad, $host) {
    echo "handler\n";
    $bad->setPath('/other')->setRequirements([]);
    $host->setHost('x');
    $routes->remove(['bad', 'host', 'good']);
    return true;
});
echo json_encode((new UrlMatcher($routes, new RequestContext))->match('/x')), ' ', count($routes), "\n";
set_error_handler(fn() => throw new DomainException('from the handler'));
$routes->add('bad', new Route('/{a<[>}'));
$routes->add('good', new Route('/{a}'));
try {
    (new UrlMatcher($routes, new RequestContext))->match('/x');
} catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}
restore_error_handler();

echo "-- no parent constructor, twice constructed, extra arguments\n";
class Bare extends UrlMatcher
{
    public function __construct() {}
    public function set($value) { $this->context = $value; $this->routes = $value; }
}
foreach ([fn() => (new Bare)->match('/'), fn() => (new Bare)->getContext(), function () { $m = new Bare; $m->set(new RequestContext); $m->match('/'); }] as $do) {
    try {
        $do();
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}
class BareRoute extends Route
{
    public function __construct() {}
}
$routes = new RouteCollection('extra');
$routes->add('bare', new BareRoute, 0, 'extra');
$matcher = new UrlMatcher($routes, new RequestContext, 'extra');
echo json_encode($matcher->match('/', 'extra')), "\n";
$route = new Route('/a', ['d' => 1]);
$route->__construct('/b');
echo $route->getPath('extra'), json_encode($route->getDefaults()), "\n";
foreach ([new Route('/'), $routes, $matcher, new RequestContext] as $object) {
    try {
        serialize($object);
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
-- a destructor changes the array that it was in
101 new
{"b":1,"c":1,"d":2}
[1,2,3]
-- a destructor of a route changes the collection
late
-- __toString() changes what is being read
{"z":"z","b":"\\d","c":"x"}
no []
-- an error handler changes the routes while one is matched
handler
{"a":"x","_route":"good"} 0
from the handler
-- no parent constructor, twice constructed, extra arguments
Bare has no routes: its constructor must call parent::__construct($routes, $context)
Bare has no context: its constructor must call parent::__construct($routes, $context)
Bare has no routes: its constructor must call parent::__construct($routes, $context)
{"_route":"bare"}
/b{"d":1}
Serialization of 'WsChat\Routing\Route' is not allowed
Serialization of 'WsChat\Routing\RouteCollection' is not allowed
Serialization of 'WsChat\Routing\UrlMatcher' is not allowed
Serialization of 'WsChat\Routing\RequestContext' is not allowed
