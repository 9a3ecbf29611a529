--TEST--
Stats: metrics_path: keep-alive, beside a WebSocket, on a port of its own, for those who may read it
--FILE--
<?php
require __DIR__ . '/stats.inc';

$server = TestServer::code(<<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->send(WsChat\Server::from($GLOBALS['io'])->stats()->toPrometheus());
        }
    }
    serve(new App, ['before' => fn($io) => $GLOBALS['io'] = $io, 'options' => [
        'metrics_path' => '/metrics', 'callback_times' => true, 'allowed_origins' => 'https://good.example',
    ]]);
    PHP);
$http = new HttpClient($server->port);
foreach (['GET', 'HEAD', 'POST'] as $method) {
    [$head, $body] = $http->get('/metrics', method: $method);
    echo "$method $head->status ", $head->header('content-type'), ', ', $head->header('cache-control'), ', ', $head->header('allow'),
        ' ', (int) $head->header('content-length') > 0 ? 'long' : 'empty', ' ', $method === 'GET' ? count(parse_metrics($body)) > 50 : json_encode($body), "\n";
}
foreach (['/metrics?x=1', '/metrics/', '/Metrics', '/%6Detrics'] as $target) {
    [$head] = (new HttpClient($server->port))->get($target);
    echo "$target $head->status\n";
}
/* The same numbers by either way, and beside each other. */
$client = WsClient::connect($server->port);
$there = parse_metrics($client->text('show')->readMessage());
[, $body] = $http->get('/metrics');
$here = parse_metrics($body);
echo array_keys($there) === array_keys($here) ? 'the same' : 'others', "\n";
echo $here['wschat_open_connections'], ' ', $here['wschat_handshakes_total'], ' ',
    $here['wschat_callback_seconds_count{callback="onMessage"}'], "\n";
/* The connection may still become a WebSocket. */
$http->client->upgrade([], '/');
$http->client->text('show')->readMessage();
/* An upgrade to that path is a WebSocket's. */
echo (new WsClient($server->port))->request(WsClient::upgradeHead([], '/metrics'))->status, "\n";
$server->stop();

/* Of a proxy's clients those who may not are told what anybody is told of a file that is not there. */
$server = TestServer::code(<<<'PHP'
    serve(new Ratchet\Server\EchoServer, ['options' => [
        'metrics_path' => '/metrics', 'trusted_proxies' => '127.0.0.1', 'forwarded_header' => 'X-Real-IP', 'document_root' => getcwd(),
    ]]);
    PHP);
foreach (['127.0.0.7' => '/metrics', '192.0.2.1' => '/metrics', '::1' => '/metrics', '2001:db8::1' => '/metrics', '192.0.2.2' => '/none'] as $ip => $path) {
    [$head, $body] = (new HttpClient($server->port))->get($path, ['X-Real-IP' => $ip]);
    echo "$ip $path $head->status\n";
}
$server->stop();

/* On an address of its own. */
$server = TestServer::code(<<<'PHP'
    serve(new Ratchet\Server\EchoServer, ['before' => fn($io) => print(implode(' ', $io->socket->getAddresses()) . "\n"), 'options' => [
        'metrics_path' => '/metrics', 'listen' => '127.0.0.2:0', 'metrics_clients' => '127.0.0.0/8',
    ]]);
    PHP);
preg_match('~//127\.0\.0\.2:(\d+)~', file_get_contents("$server->folder/stdout"), $match);
$own = new WsClient((int) $match[1], '127.0.0.2');
echo $own->request("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")->status, "\n";
$server->stop();

$ask = function (string $options, string $host = '127.0.0.1'): int {
    $server = TestServer::code("serve(new Ratchet\\Server\\EchoServer, ['options' => ['metrics_path' => '/metrics', $options]]);");
    $status = (new WsClient($server->port, $host))->request("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")->status;
    $server->stop();
    return $status;
};
echo $ask("'metrics_clients' => '10.0.0.0/8'"), ' ', $ask("'metrics_clients' => ['10.0.0.0/8', '127.0.0.1']"), ' ',
    $ask("'metrics_clients' => []"), ' ', $ask("'metrics_clients' => ''"), ' ', $ask("'metrics_clients' => '::1'"), "\n";

foreach ([['metrics_path' => 'metrics'], ['metrics_path' => "/a b"], ['metrics_path' => 1], ['metrics_clients' => 'example.org'], ['metrics_clients' => 1], ['metrics_clients' => ['10.0.0.0/33']]] as $options) {
    try {
        Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1', $options);
        echo "taken\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
GET 200 text/plain; version=0.0.4; charset=utf-8, no-store,  long 1
HEAD 200 text/plain; version=0.0.4; charset=utf-8, no-store,  long ""
POST 405 text/plain; charset=utf-8, , GET, HEAD long "405 Method Not Allowed\n"
/metrics?x=1 200
/metrics/ 426
/Metrics 426
/%6Detrics 426
the same
1 1 1
101
127.0.0.7 /metrics 200
192.0.2.1 /metrics 404
::1 /metrics 200
2001:db8::1 /metrics 404
192.0.2.2 /none 404
200
426 200 200 200 426
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_path" must be a path that begins with a slash, such as /health, "metrics" given
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_path" must be a path that begins with a slash, such as /health, "/a b" given
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_path" must be a path that begins with a slash, such as /health, int given
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_clients" must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or "unix", "example.org" given
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_clients" must be an array of strings, or a string with commas, int given
Ratchet\Server\IoServer::factory(): Argument #4 option "metrics_clients" must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or "unix", "10.0.0.0/33" given
