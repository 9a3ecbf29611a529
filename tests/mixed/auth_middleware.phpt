--TEST--
A middleware in PHP between HttpServer and WsServer: it refuses, sets properties, hands on; the application sees them
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    use Psr\Http\Message\RequestInterface;
    use Ratchet\{ConnectionInterface, Http\HttpServerInterface};

    final class Auth implements HttpServerInterface
    {
        public function __construct(private HttpServerInterface $next) {}
        public function onOpen(ConnectionInterface $conn, RequestInterface $request = null)
        {
            echo get_class($conn), " ", $request->getUri()->getPath(), " ", $conn->resourceId, " ", $conn->remoteAddress, "\n";
            parse_str($request->getUri()->getQuery(), $query);
            if (($query["token"] ?? "") !== "secret") {
                $conn->send("HTTP/1.1 401 Unauthorized\r\n\r\nno");
                $conn->close();
                return;
            }
            $conn->user = $query["user"];
            $this->next->onOpen($conn, $request);
        }
        public function onMessage(ConnectionInterface $from, $msg) { echo "bytes ", strlen($msg), "\n"; $this->next->onMessage($from, $msg); }
        public function onClose(ConnectionInterface $conn) { echo "close\n"; if (isset($conn->user)) $this->next->onClose($conn); }
        public function onError(ConnectionInterface $conn, Exception $e) { echo "error\n"; $this->next->onError($conn, $e); }
    }
    final class App implements Ratchet\MessageComponentInterface
    {
        public function onOpen(ConnectionInterface $conn) { $conn->send("hello " . $conn->user . " of " . $conn->httpRequest->getUri()->getQuery()); }
        public function onMessage(ConnectionInterface $from, $msg)
        {
            if ($msg === "throw") throw new Exception("thrown");
            if ($msg === "close") { $from->close(4000); return; }
            $from->send(strtoupper($msg))->send($from->WebSocket->closing ? "closing" : "open");
        }
        public function onClose(ConnectionInterface $conn) { echo get_class($conn), " closed: ", $conn->user, "\n"; }
        public function onError(ConnectionInterface $conn, Exception $e) { $conn->send($e->getMessage()); }
    }
    serve(new Ratchet\Http\HttpServer(new Auth(new Ratchet\WebSocket\WsServer(new App))));
');
$refused = new WsClient($server->port);
echo $refused->write("GET /x?token=wrong HTTP/1.1\r\nHost: x\r\n\r\n")->readAll(), "\n";
$client = WsClient::connect($server->port, [], '/chat?token=secret&user=ann');
$client->expectText('hello ann of token=secret&user=ann');
$client->text('hi')->expectText('HI')->expectText('open');
$client->text('throw')->expectText('thrown');
$client->ping('still')->expectPong('still');
$client->text('close')->expectClose(4000)->expectEof();
$other = WsClient::connect($server->port, [], '/chat?token=secret&user=bob');
$other->expectText('hello bob of token=secret&user=bob');
$other->write(WsClient::frame(1, "\xFF"));
$other->expectClose(1007)->expectEof();
$third = WsClient::connect($server->port, [], '/chat?token=secret&user=eve');
$third->expectText('hello eve of token=secret&user=eve');
$third->close(1000)->expectClose(1000)->expectEof();
$server->finish();
echo $server->out();
?>
--EXPECT--
HTTP/1.1 401 Unauthorized

no
Ratchet\Server\IoConnection /x 1 127.0.0.1
close
Ratchet\Server\IoConnection /chat 2 127.0.0.1
bytes 8
bytes 11
error
bytes 11
bytes 11
close
Ratchet\WebSocket\WsConnection closed: ann
Ratchet\Server\IoConnection /chat 3 127.0.0.1
bytes 7
close
Ratchet\WebSocket\WsConnection closed: bob
Ratchet\Server\IoConnection /chat 4 127.0.0.1
bytes 8
close
Ratchet\WebSocket\WsConnection closed: eve
