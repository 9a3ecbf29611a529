--TEST--
WsChat\Server: what broadcast() takes as message, $exclude and $to, what it refuses, and arguments that do harm
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/app.inc', true) . ';
    final class Routed
    {
        public static array $layers;
        public static function make(): Ratchet\Http\Router
        {
            $app = new App;
            $one = new Ratchet\WebSocket\WsServer($app);
            $two = new Ratchet\WebSocket\WsServer($app);
            self::$layers = ["one" => $one, "two" => $two, "check" => new Ratchet\Http\OriginCheck($two, ["localhost"])];
            $routes = new WsChat\Routing\RouteCollection;
            foreach (["one" => $one, "two" => self::$layers["check"]] as $name => $layer) {
                $routes->add($name, new WsChat\Routing\Route("/$name", ["_controller" => $layer]));
            }
            return new Ratchet\Http\Router(new WsChat\Routing\UrlMatcher($routes, new WsChat\Routing\RequestContext));
        }
    }
    function attempt(Closure $do): string
    {
        try {
            return json_encode($do());
        } catch (Throwable $e) {
            return get_class($e) . ": " . $e->getMessage();
        }
    }
    final class Foreign implements Ratchet\ConnectionInterface
    {
        public function send($data) { return $this; }
        public function close() {}
    }
    serve_app(new Ratchet\Http\HttpServer(Routed::make()));
');
$origin = ['Origin' => 'http://localhost'];
$one = WsClient::connect($server->port, [], '/one');
$two = [WsClient::connect($server->port, $origin, '/two'), WsClient::connect($server->port, $origin, '/two')];

/* The answer, and what came to whom before it. */
$try = function (string $code, bool ...$gets) use ($one, $two): void {
    $one->text("return attempt(function () use (\$server, \$from, \$ids, \$storage) { $code });");
    foreach ([$one, ...$two] as $i => $client) {
        if ($gets[$i] ?? false) {
            $frame = $client->read();
            echo "$i gets \"$frame->payload\" (", ['', 'text', 'binary'][$frame->opcode] ?? $frame->opcode, '), ';
        }
    }
    echo preg_replace('/(?<=called in |: )\/\S+/', '%s', $one->readMessage()), "\n";
};

echo "-- messages\n";
$try('return $server->broadcast(12.5);', true, true, true);
$try('return $server->broadcast("");', true, true, true);
$try('return $server->broadcast(new Ratchet\RFC6455\Messaging\Message);');
$try('$m = new Ratchet\RFC6455\Messaging\Message; $m->addFrame(new Ratchet\RFC6455\Messaging\Frame("fr", false, 2)); $m->addFrame(new Ratchet\RFC6455\Messaging\Frame("ag", true, 0)); return $server->broadcast($m, $from);', false, true, true);
$try('return $server->broadcast(new Ratchet\RFC6455\Messaging\Frame("ha", false), $from) + $server->broadcast(new Ratchet\RFC6455\Messaging\Frame("lf", true, 0), $from);', false, true, true);
$try('return $server->broadcast(null);');
$try('return $server->broadcast([]);');
$try('return $server->broadcast(new stdClass);');
$try('return $server->broadcast();');
$try('return $server->broadcastBinary([]);');
$try('return $server->broadcastBinary(7, $from);', false, true, true);
$try('return $server->broadcast(new class { public function __toString(): string { throw new Exception("no text"); } });');

echo "-- exclude\n";
$try('return $server->broadcast("x", []);', true, true, true);
$try('return $server->broadcast("x", $ids);');
$try('return $server->broadcast("x", "all");');
$try('return $server->broadcast("x", new stdClass);');
$try('return $server->broadcast("x", [$from, null]);');
$try('return $server->broadcast("x", [$from, $from, new Foreign]);', false, true, true);
$try('$reference = &$list[]; $reference = $from; return $server->broadcast("x", $list);', false, true, true);
$try('return $server->broadcast("x", (function () use ($from) { yield $from; })());', false, true, true);
$try('return $server->broadcast("x", (function () use ($from) { yield $from; throw new Exception("generator"); })());');
$try('return $server->broadcast("x", (function () use ($server) { foreach ($server->connections() as $one) { yield $one; } })());');
$try('return $server->broadcast("x", exclude: $server->connections()->get($ids[1]));', true, false, true);

echo "-- to\n";
$try('return $server->broadcast("x", null, Routed::$layers["one"]);', true);
$try('return $server->broadcast("x", null, Routed::$layers["two"]);', false, true, true);
$try('return $server->broadcast("x", [$server->connections()->get($ids[2])], Routed::$layers["check"]);', false, true);
$try('return $server->broadcastBinary("x", to: Routed::$layers["two"]);', false, true, true);
$try('return $server->broadcast("x", null, new Ratchet\WebSocket\WsServer($this));');
$try('return $server->broadcast("x", null, new Ratchet\Http\NoOpHttpServerController);');
$try('return $server->broadcast("x", null, new Ratchet\Http\OriginCheck(new Ratchet\WebSocket\WsServer($this)));');
$try('return $server->broadcast("x", null, (new ReflectionClass(Ratchet\Http\OriginCheck::class))->newInstanceWithoutConstructor());');
$try('return $server->broadcast("x", null, (new ReflectionClass(Ratchet\WebSocket\WsServer::class))->newInstanceWithoutConstructor());');
$try('return $server->broadcast("x", null, $from);');

echo "-- what the arguments run\n";
/* The WsServer that $to has led to goes while $exclude is walked through. */
$try('$check = new Ratchet\Http\OriginCheck(new Ratchet\WebSocket\WsServer($this));
      return $server->broadcast("x", (function () use ($check) { $check->__construct(Routed::$layers["one"]); yield from []; })(), $check);');
$try('$all = $server->connections();
      return $server->broadcast("x", (function () use ($all, $ids) { $all->get($ids[2])->close(); yield from []; })());', true, true);
$two[1]->expectClose(1000)->close(1000)->expectEof();
$try('return $server->broadcast("outer", (function () use ($server) { $server->broadcast("inner"); yield from []; })(), Routed::$layers["two"]);', true);
echo '1 gets ', $two[0]->readMessage(), ' and ', $two[0]->readMessage(), "\n";
$try('return [$server->broadcast(new Ratchet\RFC6455\Messaging\Frame("\x03\xe9bye", true, 8), $from), count($server->connections())];');
$two[0]->expectClose(1001, 'bye');
$two[0]->close(1001)->expectEof();
$one->sync();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
-- messages
0 gets "12.5" (text), 1 gets "12.5" (text), 2 gets "12.5" (text), 3
0 gets "" (text), 1 gets "" (text), 2 gets "" (text), 3
UnderflowException: Message has not been put back together yet
1 gets "frag" (binary), 2 gets "frag" (binary), 2
1 gets "half" (text), 2 gets "half" (text), 4
UnderflowException: Cannot send null: a message is a string
TypeError: WsChat\Server::broadcast(): Argument #1 ($message) must be of type string, array given
TypeError: WsChat\Server::broadcast(): Argument #1 ($message) must be of type string, stdClass given
ArgumentCountError: WsChat\Server::broadcast() expects at least 1 argument, 0 given
TypeError: WsChat\Server::broadcastBinary(): Argument #1 ($data) must be of type string, array given
1 gets "7" (binary), 2 gets "7" (binary), 2
Exception: no text
-- exclude
0 gets "x" (text), 1 gets "x" (text), 2 gets "x" (text), 3
TypeError: WsChat\Server::broadcast(): Argument #2 ($exclude) must hold connections only, int found
TypeError: WsChat\Server::broadcast(): Argument #2 ($exclude) must be a connection, an iterable of connections or null, string given
TypeError: WsChat\Server::broadcast(): Argument #2 ($exclude) must be a connection, an iterable of connections or null, stdClass given
TypeError: WsChat\Server::broadcast(): Argument #2 ($exclude) must hold connections only, null found
1 gets "x" (text), 2 gets "x" (text), 2
1 gets "x" (text), 2 gets "x" (text), 2
1 gets "x" (text), 2 gets "x" (text), 2
Exception: generator
0
0 gets "x" (text), 2 gets "x" (text), 2
-- to
0 gets "x" (text), 1
1 gets "x" (text), 2 gets "x" (text), 2
1 gets "x" (text), 1
1 gets "x" (binary), 2 gets "x" (binary), 2
0
TypeError: WsChat\Server::broadcast(): Argument #3 ($to) must be a WsServer, or an OriginCheck in front of one, Ratchet\Http\NoOpHttpServerController given
0
LogicException: Ratchet\Http\OriginCheck has no component: its constructor must call parent::__construct($component)
LogicException: Ratchet\WebSocket\WsServer has no component: its constructor must call parent::__construct($component)
TypeError: WsChat\Server::broadcast(): Argument #3 ($to) must be of type ?Ratchet\Http\HttpServerInterface, Ratchet\WebSocket\WsConnection given
-- what the arguments run
0
0 gets "x" (text), 1 gets "x" (text), 2
0 gets "inner" (text), 1
1 gets inner and outer
[1,1]
0
