--TEST--
Route, RequestContext: what they are told and what they tell; copies are their own
--FILE--
<?php
use WsChat\Routing\{RequestContext, Route, RouteCollection, UrlMatcher};

function show(Route $route): void
{
    echo json_encode([$route->getPath(), $route->getHost(), $route->getSchemes(), $route->getMethods(), $route->getDefaults(),
        $route->getRequirements(), $route->getOptions(), $route->getCondition()], JSON_UNESCAPED_SLASHES), "\n";
}

echo "-- inline\n";
show(new Route('//a/{b<\d+>?1}/{c?}/{!d?x}/{e<a{2}>}/{f<>>}', ['b' => '2'], [], [], '{h<x|y>?x}.com'));
show(new Route("a\n"));
show(new Route(path: '/x', methods: 'get', condition: null, host: null));

echo "-- setters\n";
$route = (new Route('/x'))->setPath('y/')->setHost('{a?1}.b')->setSchemes(['HTTPS', 'x'])->setMethods('get')
    ->setOptions(['o' => 1])->addOptions(['p' => 2])->setOption('q', 3)
    ->setDefaults(['d' => 1])->addDefaults(['e' => 2, 5 => 'five'])->setDefault('f', null)
    ->setRequirements(['r' => '\d'])->addRequirements(['s' => '^x$'])->setRequirement('t', '\Ay\z')->setCondition('c');
show($route);
var_dump($route->getOption('q'), $route->getOption('nope'), $route->hasOption('q'), $route->getDefault('5'), $route->getDefault('nope'),
    $route->hasDefault('f'), $route->hasDefault('g'), $route->getRequirement('t'), $route->getRequirement('u'), $route->hasRequirement('t'),
    $route->hasScheme('HTTPS'), $route->hasScheme('http'));

echo "-- a copy\n";
$copy = clone $route;
$copy->setPath('/copy')->setDefault('d', 'copy');
show($route->setCondition(null));
show($copy);

echo "-- told after it was matched\n";
$routes = new RouteCollection;
$routes->add('r', $route = new Route('/{a<\d>}'));
$matcher = new UrlMatcher($routes, $context = new RequestContext);
$matches = function () use ($matcher): string {
    try {
        return json_encode($matcher->match('/5'));
    } catch (Exception $e) {
        return (new ReflectionClass($e))->getShortName();
    }
};
echo $matches(), ' ';
echo $route->setRequirement('a', '[a-z]') ? $matches() : '', ' ';
echo $route->setRequirements([]) ? $matches() : '', ' ';
echo $route->setHost('example.com') ? $matches() : '', ' ';
echo $context->setHost('EXAMPLE.com') ? $matches() : '', ' ';
echo $route->setMethods('POST') ? $matches() : '', ' ';
echo $context->setMethod('post') ? $matches() : '', ' ';
echo $matcher->setContext(new RequestContext) ?? $matches(), ' ', get_class($matcher->getContext()), "\n";

echo "-- a context\n";
$context = new RequestContext('/base//', 'post', 'HOST', 'HTTPS', 1, 2, '/p', 'q');
$context->setParameters(['a' => 1])->setParameter('b', 2)->setParameter('b', 3);
foreach (['getBaseUrl', 'getMethod', 'getHost', 'getScheme', 'getHttpPort', 'getHttpsPort', 'getPathInfo', 'getQueryString', 'getParameters', 'isSecure'] as $getter) {
    echo json_encode($context->$getter(), JSON_UNESCAPED_SLASHES), ' ';
}
echo json_encode([$context->getParameter('a'), $context->getParameter('c'), $context->hasParameter('b')]), "\n";
$context->setBaseUrl('')->setScheme('http')->setHttpPort(3)->setHttpsPort(4)->setPathInfo('/')->setQueryString(null);
echo json_encode([$context->getBaseUrl(), $context->isSecure(), $context->getHttpPort(), $context->getHttpsPort(), $context->getQueryString()]), "\n";
?>
--EXPECT--
-- inline
["/a/{b}/{c}/{!d}/{e}/{f}","{h}.com",[],[],{"b":"2","c":null,"d":"x","h":"x"},{"b":"\\d+","e":"a{2}","f":">","h":"x|y"},[],""]
["/a","",[],[],[],[],[],""]
["/x","",[],["GET"],[],[],[],""]
-- setters
["/y/","{a}.b",["https","x"],["GET"],{"d":1,"e":2,"5":"five","f":null},{"r":"\\d","s":"x","t":"y"},{"o":1,"p":2,"q":3},"c"]
int(3)
NULL
bool(true)
string(4) "five"
NULL
bool(true)
bool(false)
string(1) "y"
NULL
bool(true)
bool(true)
bool(false)
-- a copy
["/y/","{a}.b",["https","x"],["GET"],{"d":1,"e":2,"5":"five","f":null},{"r":"\\d","s":"x","t":"y"},{"o":1,"p":2,"q":3},""]
["/copy","{a}.b",["https","x"],["GET"],{"d":"copy","e":2,"5":"five","f":null},{"r":"\\d","s":"x","t":"y"},{"o":1,"p":2,"q":3},"c"]
-- told after it was matched
{"a":"5","_route":"r"} ResourceNotFoundException {"a":"5","_route":"r"} ResourceNotFoundException {"a":"5","_route":"r"} MethodNotAllowedException {"a":"5","_route":"r"} ResourceNotFoundException WsChat\Routing\RequestContext
-- a context
"/base" "POST" "host" "https" 1 2 "/p" "q" {"a":1,"b":3} true [1,null,true]
["",false,3,4,""]
