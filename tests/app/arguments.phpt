--TEST--
App: its arguments: a context with options, a loop of another library, and what is refused with Ratchet's exceptions
--FILE--
<?php
error_reporting(E_ALL & ~E_NOTICE); /* of the port for Flash */
require __DIR__ . '/../components/mock.inc';

class Shown extends Ratchet\App
{
    public function show() { return [$this->httpHost, $this->port, $this->_routeCounter, $this->_server]; }
    public function lose() { $this->_server = null; }
}

echo "-- what it is made of\n";
$app = new Shown('example.com', '0', address: '127.0.0.1');
[$host, $port, $counter, $server] = $app->show();
echo json_encode([$host, $port, $counter, get_class($server), get_class($server->app), get_class($app->routes)]), "\n";
$app->route('/a', new MockComponent, allowedOrigins: []);
$app->route('a', new MockComponent, ['only.net'], 'b.net', 'extra');
foreach ($app->routes as $name => $route) {
    echo "$name {$route->getPath()} {$route->getHost()} ", json_encode([$route->getMethods(), $route->getRequirements(), $route->getDefault('_controller')->allowedOrigins]), "\n";
}
echo $app->show()[2], "\n";

echo "-- a context\n";
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['tcp' => ['backlog' => 5, 'so_reuseport' => true], 'wschat' => ['max_message_size' => 10]]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['tcp' => ['backlog' => 0]]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['backlog' => 0]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['tcp' => ['backlog' => 0], 'wschat' => ['backlog' => 7]]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['wschat' => ['max_mesage_size' => 10]]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, ['wschat' => 5]));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', null, null));

echo "-- a loop\n";
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', $server->loop));
attempt(fn() => (new Shown('localhost', 0, '127.0.0.1', $server->loop))->show()[3]->loop === $server->loop);
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', new stdClass));
attempt(fn() => new Ratchet\App('localhost', 0, '127.0.0.1', 'loop'));

echo "-- refused\n";
attempt(fn() => new Ratchet\App(''));
attempt(fn() => new Ratchet\App('a b', 0));
attempt(fn() => new Ratchet\App('localhost', 'x'));
attempt(fn() => new Ratchet\App('localhost', 99999));
attempt(fn() => new Ratchet\App('localhost', 0, 'localhost'));
$port = parse_url($server->socket->getAddress(), PHP_URL_PORT);
try {
    new Ratchet\App('localhost', $port);
} catch (RuntimeException $e) {
    echo $e->getCode() === 98 ? '' : $e->getCode(), strtok($e->getMessage(), ':'), "\n";
}
class Half implements Ratchet\ComponentInterface
{
    function onOpen(Ratchet\ConnectionInterface $conn) {}
    function onClose(Ratchet\ConnectionInterface $conn) {}
    function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
}
attempt(fn() => $app->route('/half', new Half));
attempt(fn() => $app->route('/half', new Half, ['*']));
attempt(fn() => $app->route('/x', new stdClass));
attempt(fn() => $app->route([], new MockComponent));
attempt(fn() => $app->route('/x', new MockComponent, 'localhost'));
echo implode(' ', array_keys($app->routes->all())), "\n";

echo "-- without its parts\n";
$app->routes = null;
attempt(fn() => $app->route('/x', new MockComponent));
$app->lose();
attempt(fn() => $app->route('/x', new Ratchet\Server\EchoServer));
attempt(fn() => $app->run());
class Orphan extends Ratchet\App
{
    public function __construct() {}
}
attempt(fn() => (new Orphan)->run());
attempt(fn() => (new Orphan)->route('/x', new MockComponent));
?>
--EXPECT--
-- what it is made of
["example.com","0",0,"Ratchet\\Server\\IoServer","Ratchet\\Http\\HttpServer","WsChat\\Routing\\RouteCollection"]
rr-1 /a example.com [["GET"],{"Origin":"example.com"},["example.com"]]
rr-2 /a b.net [["GET"],{"Origin":"example.com"},["only.net"]]
2
-- a context
= Ratchet\App
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "backlog" must be an integer from 1 to 65535, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "backlog" must be an integer from 1 to 65535, 0 given
= Ratchet\App
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 has no option "max_mesage_size"; did you mean "max_message_size"?
ValueError: Ratchet\App::__construct(): Argument #5 ($context) must have an array of options under "wschat", int given
TypeError: Ratchet\App::__construct(): Argument #5 ($context) must be of type array, null given
-- a loop
= Ratchet\App
= true
InvalidArgumentException: Argument #4 ($loop) expected null|React\EventLoop\LoopInterface
InvalidArgumentException: Argument #4 ($loop) expected null|React\EventLoop\LoopInterface
-- refused
UnexpectedValueException: Invalid domain
UnexpectedValueException: Invalid domain
UnexpectedValueException: Invalid Port
InvalidArgumentException: Invalid URI "tcp://127.0.0.1:99999" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException: Given URI "tcp://localhost:0" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
Failed to listen on "tcp
TypeError: Ratchet\Http\OriginCheck::__construct(): Argument #1 ($component) must be of type Ratchet\MessageComponentInterface, Half given
= Half
TypeError: Ratchet\App::route(): Argument #2 ($controller) must be of type Ratchet\ComponentInterface, stdClass given
TypeError: WsChat\Routing\Route::__construct(): Argument #1 ($path) must be of type string, array given
TypeError: Ratchet\App::route(): Argument #3 ($allowedOrigins) must be of type array, string given
rr-1 rr-2 rr-3
-- without its parts
LogicException: Shown::$routes must be a RouteCollection, null given
LogicException: Shown has no server: its constructor must call parent::__construct()
LogicException: Shown has no server: its constructor must call parent::__construct()
LogicException: Orphan has no server: its constructor must call parent::__construct()
TypeError: A requirement of a route must be a string, null given
