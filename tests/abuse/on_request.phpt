--TEST--
Abuse: on_request sees a request before any layer, and lets it pass or answers it
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class Users extends Ratchet\Server\EchoServer {
        public function onOpen(Ratchet\ConnectionInterface $conn) {
            echo 'open ', $conn->user ?? '?', ' ', get_class($conn), ' ', $conn->httpRequest->getUri()->getPath(), "\n";
        }
    }
    function check($request, $conn) {
        $path = $request->getUri()->getPath();
        $conn->user = "$path of $conn->remoteAddress";
        return match ($path) {
            '/null', '/route' => null,
            '/status' => 401,
            '/teapot' => 418,
            '/array' => [302, ['Location' => '/login', 'Set-Cookie' => ['a=1', 'b=2']], 'go there'],
            '/short' => [503],
            '/empty' => [204, ['X-A' => 'b']],
            '/length' => [404, ['content-length' => '3', 'connection' => 'x'], 'abc'],
            '/text' => [403, [], new class { public function __toString() { return 'objects too'; } }],
            '/response' => new WsChat\Psr7\Response(429, ['Retry-After' => '7'], 'slowly'),
            '/own' => [$conn->send("HTTP/1.1 299 Mine\r\n\r\n"), null][1],
            '/close' => $conn->close(),
            '/both' => [$conn->send("HTTP/1.1 298 Mine\r\n\r\n"), 401][1],
        };
    }
    PHP;

function ask(TestServer $server, string $path): void
{
    $client = new WsClient($server->port);
    $client->write(WsClient::upgradeHead([], $path));
    if ($path === '/null' || $path === '/route') {
        $client->readHead();
        $client->text('hello')->expectText('hello');
        return;
    }
    echo rtrim("$path: " . preg_replace('/\r\n/', ' | ', $client->readAll())), "\n";
}

$server = TestServer::code("$code\nserve(new Users, ['options' => ['on_request' => 'check']]);");
foreach (['null', 'status', 'teapot', 'array', 'short', 'empty', 'length', 'text', 'response', 'own', 'close', 'both'] as $path) {
    ask($server, "/$path");
}
/* What is no request for a path is answered without asking it. */
echo (new WsClient($server->port))->request("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")->status, "\n";
$server->finish();
echo $server->out(), $server->err();

/* Before the routes of an App, and a controller in PHP; any callable will do. */
$server = TestServer::code("$code\n" . <<<'PHP'
    final class Page implements Ratchet\Http\HttpServerInterface {
        public function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null) {
            echo "page $conn->user\n";
            $conn->send("HTTP/1.1 200 OK\r\n\r\npage");
            $conn->close();
        }
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) {}
        public function onClose(Ratchet\ConnectionInterface $conn) {}
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
    }
    final class Gate {
        private function check($request, $conn) { return str_contains($request->getUri(), 'no') ? 403 : check($request, $conn); }
        public function make() {
            $options = ['on_request' => [$this, 'check']];
            $app = new Ratchet\App('localhost', 0, '127.0.0.1', null, ['wschat' => $options]);
            $app->route('/route', new Users, ['*']);
            $app->route('/null', new Page, ['*']);
            announce((new ReflectionProperty($app, '_server'))->getValue($app));
            return $app;
        }
    }
    $app = (new Gate)->make();
    gc_collect_cycles();
    $app->run();
    PHP);
ask($server, '/route');
ask($server, '/nowhere');
echo (new WsClient($server->port))->write(WsClient::upgradeHead([], '/null'))->readAll(), "\n";
$server->waitOut('page');
echo $server->out(), $server->err();
?>
--EXPECT--
/status: HTTP/1.1 401 Unauthorized | Connection: close | Content-Length: 0 |  |
/teapot: HTTP/1.1 418 I'm a teapot | Connection: close | Content-Length: 0 |  |
/array: HTTP/1.1 302 Found | Location: /login | Set-Cookie: a=1 | Set-Cookie: b=2 | Connection: close | Content-Length: 8 |  | go there
/short: HTTP/1.1 503 Service Unavailable | Connection: close | Content-Length: 0 |  |
/empty: HTTP/1.1 204 No Content | X-A: b | Connection: close |  |
/length: HTTP/1.1 404 Not Found | content-length: 3 | connection: x |  | abc
/text: HTTP/1.1 403 Forbidden | Connection: close | Content-Length: 11 |  | objects too
/response: HTTP/1.1 429 Too Many Requests | Retry-After: 7 |  | slowly
/own: HTTP/1.1 299 Mine |  |
/close:
/both: HTTP/1.1 298 Mine |  | HTTP/1.1 401 Unauthorized | Connection: close | Content-Length: 0 |  |
400
open /null of 127.0.0.1 Ratchet\WebSocket\WsConnection /null
/nowhere: HTTP/1.1 403 Forbidden | Connection: close | Content-Length: 0 |  |
HTTP/1.1 200 OK

page
open /route of 127.0.0.1 Ratchet\WebSocket\WsConnection /route
page /null of 127.0.0.1
