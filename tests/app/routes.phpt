--TEST--
App: two routes, placeholders, origins and hosts; every refusal to the byte
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . <<<'PHP'
    ;
    $app = new TestApp;
    $app->route('/chat', new Room('chat'));
    $app->route('/open/{name}', new Room('open'), ['*']);
    $app->route('/friends/{id<\d+>}/{tail?}', new Room('friends'), ['friend.net', 'other.net']);
    $app->route('/elsewhere', new Room('elsewhere'), ['*'], 'example.com');
    $app->route('/anywhere', new Room('anywhere'), ['*'], '');
    $app->route('/sub', new Room('sub'), ['*'], '{sub}.example.com');
    $app->serve();
    PHP);

function ask(string $target, array $headers = [], string $method = 'GET'): void
{
    $client = new WsClient($GLOBALS['server']->port);
    $bytes = WsClient::upgradeHead($headers, $target, "localhost:{$client->port}");
    $client->write($method . substr($bytes, 3));
    $head = $client->readHead();
    echo "$method $target ", json_encode($headers, JSON_UNESCAPED_SLASHES), ': ';
    if ($head->status !== 101) {
        echo json_encode($head->raw, JSON_UNESCAPED_SLASHES), "\n";
        $client->expectEof();
        return;
    }
    echo "$head->status {$client->readMessage()}\n";
    $client->text('hello');
    echo "    {$client->readMessage()}\n";
    $client->close(1000)->expectClose(1000)->expectEof();
}

$own = ['Origin' => 'http://localhost'];
ask('/chat', $own);
ask('/chat?a=b', ['Origin' => 'https://localhost:8443']);
ask('/chat');
ask('/chat', ['Origin' => 'http://evil.net']);
ask('/chat/', $own);
ask('/nothing', $own);
ask('/chat', $own + ['Host' => 'evil.net']);
ask('/chat', $own, 'POST');
ask('/open/a%20b?name=other&x=1');
ask('/open/');
ask('/friends/42', ['Origin' => 'http://friend.net']);
ask('/friends/42/tail', ['Origin' => 'http://other.net']);
ask('/friends/42', $own);
ask('/friends/x', ['Origin' => 'http://friend.net']);
ask('/elsewhere');
ask('/elsewhere', ['Host' => 'EXAMPLE.com:80']);
ask('/anywhere', ['Host' => 'any.net']);
ask('/sub', ['Host' => 'www.example.com']);
ask('/chat', $own + ['Sec-WebSocket-Version' => '7']);
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
GET /chat {"Origin":"http://localhost"}: 101 chat 
    chat: hello
GET /chat?a=b {"Origin":"https://localhost:8443"}: 101 chat a=b
    chat: hello
GET /chat []: "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /chat {"Origin":"http://evil.net"}: "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /chat/ {"Origin":"http://localhost"}: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /nothing {"Origin":"http://localhost"}: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /chat {"Origin":"http://localhost","Host":"evil.net"}: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
POST /chat {"Origin":"http://localhost"}: "HTTP/1.1 405 Method Not Allowed\r\nX-Powered-By: Ratchet/0.4.4\r\nAllow: GET\r\n\r\n"
GET /open/a%20b?name=other&x=1 []: 101 open name=a%20b&x=1
    open: hello
GET /open/ []: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /friends/42 {"Origin":"http://friend.net"}: 101 friends tail&id=42
    friends: hello
GET /friends/42/tail {"Origin":"http://other.net"}: 101 friends tail=tail&id=42
    friends: hello
GET /friends/42 {"Origin":"http://localhost"}: "HTTP/1.1 403 Forbidden\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /friends/x {"Origin":"http://friend.net"}: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /elsewhere []: "HTTP/1.1 404 Not Found\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
GET /elsewhere {"Host":"EXAMPLE.com:80"}: 101 elsewhere 
    elsewhere: hello
GET /anywhere {"Host":"any.net"}: 101 anywhere 
    anywhere: hello
GET /sub {"Host":"www.example.com"}: 101 sub sub=www
    sub: hello
GET /chat {"Origin":"http://localhost","Sec-WebSocket-Version":"7"}: "HTTP/1.1 426 Upgrade Required\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n"
0
chat closed
chat closed
open closed
friends closed
friends closed
elsewhere closed
anywhere closed
sub closed
