--TEST--
Routing: hosts, methods and schemes; the order of routes and their priorities
--FILE--
<?php
use WsChat\Routing\{MethodNotAllowedException, NoConfigurationException, RequestContext, ResourceNotFoundException};
use WsChat\Routing\{Route, RouteCollection, UrlMatcher};

function match_in(RouteCollection $routes, string $path, string $method = 'GET', string $host = 'localhost', string $scheme = 'http'): void
{
    $matcher = new UrlMatcher($routes, new RequestContext('', $method, $host, $scheme));
    try {
        $result = json_encode($matcher->match($path));
    } catch (MethodNotAllowedException $e) {
        $result = '405 ' . implode(', ', $e->getAllowedMethods()) . ' ' . json_encode($e->getMessage());
    } catch (NoConfigurationException $e) {
        $result = '404 nothing at all ' . json_encode($e->getMessage());
    } catch (ResourceNotFoundException $e) {
        $result = '404 ' . $e->getMessage();
    }
    echo "$method $scheme $host $path: $result\n";
}

echo "-- hosts\n";
$routes = new RouteCollection;
$routes->add('own', new Route('/', [], [], [], 'localhost'));
$routes->add('sub', new Route('/', ['sub' => 'www'], ['sub' => 'www|api'], [], '{sub}.example.com'));
$routes->add('two', new Route('/{a}', [], [], [], '{a}.{b}.net'));
$routes->add('inline', new Route('/', [], [], [], '{n<\d+>}.org'));
foreach (['localhost', 'LOCALHOST', 'localhost.', 'api.example.com', 'ftp.example.com', '.example.com', 'x.y.net', '7.org', 'x.org'] as $host) {
    match_in($routes, '/', 'GET', $host);
}
match_in($routes, '/path', 'GET', 'x.y.net');

echo "-- methods\n";
$routes = new RouteCollection;
$routes->add('get', new Route('/a', [], [], [], '', [], 'get'));
$routes->add('post', new Route('/a', [], [], [], '', [], ['Post', 'PUT']));
$routes->add('head', new Route('/h', [], [], [], '', [], 'HEAD'));
foreach (['GET', 'HEAD', 'POST', 'put', 'DELETE'] as $method) {
    match_in($routes, '/a', $method);
}
match_in($routes, '/h', 'GET');
match_in($routes, '/h', 'HEAD');

echo "-- schemes\n";
$routes = new RouteCollection;
$routes->add('tls', new Route('/a', [], [], [], '', 'HTTPS'));
$routes->add('tls root', new Route('/', [], [], [], '', 'https'));
match_in($routes, '/a');
match_in($routes, '/a', scheme: 'https');
match_in($routes, '/');

echo "-- order\n";
$routes = new RouteCollection;
match_in($routes, '/');
$routes->add('any', new Route('/{x}'));
$routes->add('b', new Route('/b'));
match_in($routes, '/b');
$routes->add('first', new Route('/{y}'), 10);
$routes->add('last', new Route('/{z}'), -1);
match_in($routes, '/b');
$routes->add('first', new Route('/c'));
match_in($routes, '/b');
echo implode(' ', array_keys($routes->all())), "\n";
$routes->remove(['any', 'first']);
match_in($routes, '/b');
$routes->remove('b');
match_in($routes, '/b');
$routes->add('7', new Route('/seven'));
match_in($routes, '/seven');
?>
--EXPECT--
-- hosts
GET http localhost /: {"_route":"own"}
GET http LOCALHOST /: {"_route":"own"}
GET http localhost. /: 404 nothing at all ""
GET http api.example.com /: {"sub":"api","_route":"sub"}
GET http ftp.example.com /: 404 nothing at all ""
GET http .example.com /: 404 nothing at all ""
GET http x.y.net /: 404 nothing at all ""
GET http 7.org /: {"n":"7","_route":"inline"}
GET http x.org /: 404 nothing at all ""
GET http x.y.net /path: {"a":"x","b":"y","_route":"two"}
-- methods
GET http localhost /a: {"_route":"get"}
HEAD http localhost /a: {"_route":"get"}
POST http localhost /a: {"_route":"post"}
put http localhost /a: {"_route":"post"}
DELETE http localhost /a: 405 GET, POST, PUT ""
GET http localhost /h: 405 HEAD ""
HEAD http localhost /h: {"_route":"head"}
-- schemes
GET http localhost /a: 404 No routes found for "/a".
GET https localhost /a: {"_route":"tls"}
GET http localhost /: 404 No routes found for "/".
-- order
GET http localhost /: 404 nothing at all ""
GET http localhost /b: {"x":"b","_route":"any"}
GET http localhost /b: {"y":"b","_route":"first"}
GET http localhost /b: {"x":"b","_route":"any"}
any b first last
GET http localhost /b: {"_route":"b"}
GET http localhost /b: {"z":"b","_route":"last"}
GET http localhost /seven: {"_route":"7"}
