--TEST--
A matcher and a parser that the script has written: exceptions, exit() and fatal errors in them, what they drop and hand back
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$common = '
    use Ratchet\{ConnectionInterface, Http\HttpServer, Http\HttpRequestParser, Http\Router, WebSocket\WsServer};
    use Symfony\Component\Routing\{Matcher\UrlMatcherInterface, RequestContext};

    ini_set("error_log", "/dev/null");
    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen(ConnectionInterface $conn) { echo "open\n"; }
        public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    }
    final class Matcher implements UrlMatcherInterface
    {
        private $context;
        public $ws;
        public function __construct(private Closure $harm) { $this->context = new RequestContext; $this->ws = new WsServer(new App); }
        public function setContext(RequestContext $context) { $this->context = $context; }
        public function getContext(): RequestContext { return $this->context; }
        public function match(string $pathinfo): array
        {
            $route = $pathinfo === "/harm" ? ($this->harm)($this) : null;
            return $route ?? ["_controller" => $this->ws];
        }
    }
    final class Parser extends HttpRequestParser
    {
        public function __construct(private Closure $harm) {}
        public function onMessage(ConnectionInterface $context, $data)
        {
            return (strpos($data, "/harm") ? ($this->harm)($context, $data, $this) : null) ?? parent::onMessage($context, $data);
        }
    }
    final class Http extends HttpServer
    {
        public static $last;
        public function __construct($component, $parser) { self::$last = $this; parent::__construct($component); $this->_reqParser = $parser; }
        public function drop() { $this->_reqParser = null; gc_collect_cycles(); }
    }
';
function provoke(string $name, string $code, bool $ends = false): void
{
    global $common;
    $server = TestServer::code("$common $code");
    $other = WsClient::connect($server->port);
    $client = new WsClient($server->port);
    try {
        $got = $client->write(WsClient::upgradeHead([], '/harm'))->shutdown()->readAll();
    } catch (WsClientException $e) {
        $got = 'cut';
    }
    $lives = true;
    try {
        $other->text('still')->expectText('still');
        $other->close(1000)->expectClose(1000)->expectEof();
    } catch (WsClientException) {
        $lives = false;
    }
    $status = $ends && !$lives ? $server->wait() : $server->finish();
    echo "$name: ", strtok($got, "\r"), $lives ? '' : ' HARMED', " => $status ",
        preg_replace('/\s+(Fatal error): .*|\n/s', ' $1', trim($server->out() . $server->err())), "\n";
}
foreach ([
    'throw' => 'throw new Exception("thrown");',
    'Error' => 'throw new Error("thrown");',
    'exit' => 'exit(7);',
    'fatal' => 'eval("class App {}");',
    'suspend' => 'Fiber::suspend();',
    'a Fiber that stays' => '$GLOBALS["fiber"] = $fiber = new Fiber(fn() => Fiber::suspend()); $fiber->start(); return null;',
    'stop' => '$GLOBALS["stopped"] = true; React\EventLoop\Loop::get()->stop(); return null;',
    'nested run' => '$loop = React\EventLoop\Loop::get(); $loop->addTimer(0.01, fn() => $loop->stop()); $loop->run(); return null;',
] as $name => $harm) {
    $ends = in_array($name, ['exit', 'fatal', 'stop', 'nested run']);
    provoke("matcher, $name", "serve(new HttpServer(new Router(new Matcher(function (\$matcher) { $harm }))));", $ends);
    provoke("parser, $name", "serve(new Http(new WsServer(new App), new Parser(function (\$conn, \$data, \$parser) { $harm })));", $ends);
}
foreach ([
    'no controller' => 'return [];',
    'not a component' => 'return ["_controller" => new stdClass];',
    'no class' => 'return ["_controller" => "None\\\\Such"];',
    'a reference' => 'static $route; $route = ["_controller" => &$matcher->ws]; return $route;',
    'itself' => 'return ["_controller" => $GLOBALS["router"]];',
    'in a circle' => 'return ["_controller" => new Ratchet\Http\OriginCheck($GLOBALS["router"], [""])];',
    'a dropped one' => '$ws = $matcher->ws; $matcher->ws = new WsServer(new App); gc_collect_cycles(); return ["_controller" => $ws];',
    'values of all kinds' => 'return ["_controller" => $matcher->ws, "a" => new stdClass, "b" => [[1]], "c" => NAN, "d" => null, 5 => fopen("php://memory", "r")];',
] as $name => $harm) {
    provoke("matcher, $name", "serve(new HttpServer(\$router = new Router(new Matcher(function (\$matcher) { $harm }))));");
}
foreach ([
    'a string' => 'return "request";',
    'another object' => 'return new stdClass;',
    'dropped' => 'Http::$last->drop(); return null;',
    'closed' => '$conn->close(); return null;',
    'twice' => '$parser->onMessage($conn, "GET /"); return null;',
    'recursion' => 'static $depth = 0; if ($depth++ < 3) Http::$last->onMessage($conn, $data); return null;',
] as $name => $harm) {
    provoke("parser, $name", "serve(new Http(new WsServer(new App), new Parser(function (\$conn, \$data, \$parser) { $harm })));");
}
?>
--EXPECT--
matcher, throw: HTTP/1.1 500 Internal Server Error => 0 open close
parser, throw: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, Error: HTTP/1.1 500 Internal Server Error => 0 open close
parser, Error: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, exit: HTTP/1.1 500 Internal Server Error HARMED => 7 open
parser, exit:  HARMED => 7 open
matcher, fatal:  HARMED => 255 open Fatal error
parser, fatal:  HARMED => 255 open Fatal error
matcher, suspend: HTTP/1.1 500 Internal Server Error => 0 open close
parser, suspend: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, a Fiber that stays: HTTP/1.1 101 Switching Protocols => 0 open open close close
parser, a Fiber that stays: HTTP/1.1 101 Switching Protocols => 0 open open close close
matcher, stop: HTTP/1.1 101 Switching Protocols HARMED => 0 open open
parser, stop: HTTP/1.1 101 Switching Protocols HARMED => 0 open open
matcher, nested run: HTTP/1.1 101 Switching Protocols HARMED => 0 open open
parser, nested run: HTTP/1.1 101 Switching Protocols HARMED => 0 open open
matcher, no controller: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, not a component: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, no class: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, a reference: HTTP/1.1 101 Switching Protocols => 0 open open close close
matcher, itself: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, in a circle: HTTP/1.1 500 Internal Server Error => 0 open close
matcher, a dropped one: HTTP/1.1 101 Switching Protocols => 0 open open close close
matcher, values of all kinds: HTTP/1.1 500 Internal Server Error => 0 open close
parser, a string:  => 0 open close
parser, another object:  => 0 open close
parser, dropped: HTTP/1.1 101 Switching Protocols => 0 open open close close
parser, closed:  => 0 open open close close
parser, twice: HTTP/1.1 500 Internal Server Error => 0 open close
parser, recursion: HTTP/1.1 101 Switching Protocols => 0 open open open open open close close
