--TEST--
App: controllers of every kind, routes added to the collection, also while it runs; one that is none is answered 500
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . <<<'PHP'
    ;
    use Symfony\Component\Routing\Route;

    /* Messages as objects; adds a route while the server runs. */
    class Objects implements Ratchet\WebSocket\MessageComponentInterface
    {
        public function __construct(private TestApp $app) {}
        public function onOpen(Ratchet\ConnectionInterface $conn) {}
        public function onMessage(Ratchet\ConnectionInterface $conn, Ratchet\RFC6455\Messaging\MessageInterface $msg)
        {
            $this->app->route("/$msg", new Room('added'), ['*']);
            $conn->send('done');
        }
        public function onClose(Ratchet\ConnectionInterface $conn) {}
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    }
    class Failing extends Page
    {
        public function onOpen(Ratchet\ConnectionInterface $conn, $request = null) { throw new DomainException('onOpen'); }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { $conn->send("HTTP/1.1 503 {$e->getMessage()}\r\n\r\n")->close(); }
    }

    $app = new TestApp;
    echo get_class($app->route('/room', $room = new Room, ['*'])), ' ', get_class($app->route('/checked', $room)), ' ',
        get_class($app->route('/page', new Page, ['*'])), ' ', get_class($app->route('/ws', new Ratchet\WebSocket\WsServer($room), ['*'])), "\n";
    $app->route('/objects', new Objects($app), ['*']);
    $app->routes->add('string', new Route('/string/{x}', ['_controller' => 'Page']));
    $app->routes->add('object', new Route('/object', ['_controller' => new stdClass]));
    $app->routes->add('raw', new Route('/raw', ['_controller' => new Ratchet\Server\EchoServer]));
    $app->routes->add('missing', new Route('/missing', ['_controller' => 'NoSuchClass']));
    $app->routes->add('failing', new Route('/failing', ['_controller' => 'Failing']));
    echo implode(' ', array_keys($app->routes->all())), "\n";
    $app->serve();
    PHP);

function ask(string $target): void
{
    $client = new WsClient($GLOBALS['server']->port);
    echo "$target: ", json_encode($client->request(WsClient::upgradeHead([], $target))->raw, JSON_UNESCAPED_SLASHES), "\n";
    $client->expectEof();
}

ask('/page?a=b');
ask('/string/one');
ask('/string/two');
ask('/object');
ask('/raw');
ask('/missing');
ask('/failing');
ask('/checked');
ask('/added');
$ws = WsClient::connect($server->port, [], '/ws');
echo $ws->readMessage(), "\n";
$client = WsClient::connect($server->port, [], '/objects');
$client->text('added')->expectText('done');
$added = WsClient::connect($server->port, [], '/added');
echo $added->readMessage(), "\n";
ask('/object');
echo $server->finish(), "\n", file_get_contents("{$server->folder}/stdout") === $server->out() ? '' : strstr(file_get_contents("{$server->folder}/stdout"), 'ready', true), $server->err();
?>
--EXPECTF--
/page?a=b: "HTTP/1.1 200 OK\r\nX-Page: 1 a=b\r\n\r\n"
/string/one: "HTTP/1.1 200 OK\r\nX-Page: 2 x=one\r\n\r\n"
/string/two: "HTTP/1.1 200 OK\r\nX-Page: 3 x=two\r\n\r\n"
/object: "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
/raw: "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
/missing: "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
/failing: "HTTP/1.1 503 onOpen\r\n\r\n"
/checked: "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
/added: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
room 
added 
/object: "HTTP/1.1 500 Internal Server Error\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
0
Ratchet\WebSocket\WsServer Ratchet\Http\OriginCheck Page Ratchet\WebSocket\WsServer
rr-1 rr-2 rr-3 rr-4 rr-5 string object raw missing failing
wschat: onOpen() has thrown UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface in %sapp.inc:%d
wschat: onOpen() has thrown UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface in %sapp.inc:%d
wschat: onOpen() has thrown UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface in %sapp.inc:%d
wschat: onOpen() has thrown UnexpectedValueException: All routes must implement Ratchet\Http\HttpServerInterface in %sapp.inc:%d
