--TEST--
App with controllers and WebSockets, files and a health check on one port: files first, then the routes
--FILE--
<?php
require __DIR__ . '/http.inc';

$folder = folder(['index.html' => 'page', 'chat.js' => 'script', 'api/fixed' => 'file']);
$server = TestServer::code('require ' . var_export(__DIR__ . '/../app/app.inc', true) . <<<'PHP'
    ;
    $app = new TestApp;
    $app->route('/chat', new Room('chat'), ['*']);
    $app->route('/api/{name}', new Page, ['*']);
    $app->serve();
    PHP, ['ini' => ['wschat.document_root' => $folder, 'wschat.health_path' => '/health']]);

$http = new HttpClient($server->port);
$http->show('/');
$http->show('/chat.js');
$http->show('/api/fixed');
[$head, $body] = $http->get('/health');
echo "$head->status ", $head->header('content-type'), ' ', $head->header('cache-control'), " $body";
$http->show('/health', method: 'HEAD');
$http->client->upgrade([], '/chat');
echo $http->client->readMessage(), "\n";
$http->client->text('hello')->expectText('chat: hello');

/* No file: the routes answer, as ever, and close. */
foreach (['/api/other' => 'GET', '/none' => 'GET'] as $target => $method) {
    $other = new HttpClient($server->port);
    $other->client->write("$method $target HTTP/1.1\r\nHost: localhost\r\n\r\n");
    echo json_encode($other->client->readAll(), JSON_UNESCAPED_SLASHES), "\n";
}
/* A WebSocket is never a file's. */
$socket = new WsClient($server->port);
echo $socket->request(WsClient::upgradeHead([], '/index.html'))->status, "\n";
[$head, $body] = (new HttpClient($server->port))->get('/health');
echo json_decode($body)->open, ' ', json_decode($body)->status, "\n";
$http->client->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
GET /: 200, content-type: text/html; charset=utf-8, content-length: 4 "page"
GET /chat.js: 200, content-type: text/javascript; charset=utf-8, content-length: 6 "script"
GET /api/fixed: 200, content-type: application/octet-stream, content-length: 4 "file"
200 application/json no-store {"status":"ok","connections":1,"open":0,"queued_bytes":0}
HEAD /health: 200, content-type: application/json, content-length: 58 ""
chat 
"HTTP/1.1 200 OK\r\nX-Page: 1 name=other\r\n\r\n"
"HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
404
1 ok
0
chat closed
