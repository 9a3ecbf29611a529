--TEST--
Stats: who was turned away, by what; answers of HTTP; a deadline
--FILE--
<?php
require __DIR__ . '/stats.inc';

$server = TestServer::code(<<<'PHP'
    serve(new Ratchet\Server\EchoServer, ['options' => [
        'metrics_path' => '/metrics', 'health_path' => '/health', 'handshake_timeout' => 1,
        'trusted_proxies' => '127.0.0.1', 'forwarded_header' => 'X-Real-IP', 'banned_addresses' => '203.0.113.0/24',
        'max_connections_per_address' => 2, 'allowed_origins' => 'https://good.example',
        'on_request' => fn($request) => $request->getUri()->getPath() === '/no' ? 403 : null,
    ]]);
    PHP, ['ini' => ['error_log' => '/dev/null']]);
$scraper = new Scraper($server->port);
$scraper->changes();
$ask = function (array $headers, string $target = '/') use ($server): WsClient {
    $client = new WsClient($server->port);
    echo $client->request(WsClient::upgradeHead($headers, $target))->status, ' ';
    return $client;
};
/* What has changed but for connections and bytes, as soon as nobody is there but the scraper and those who are open. */
$show = function (string $title, int $open = 0) use ($scraper): void {
    do {
        $numbers = $scraper->numbers();
    } while ($numbers['wschat_connections'] > 1 + $open);
    echo "-- $title\n";
    foreach ($scraper->changes() as $key => $value) {
        if (!preg_match('/bytes|^connections|^open_|2xx/', $key)) {
            echo "$key $value\n";
        }
    }
};
$ask(['Origin' => 'https://evil.example'])->disconnect();
$ask(['Origin' => 'https://good.example'])->close(1000)->expectClose(1000)->expectEof();
$show('origin');
$ask(['X-Real-IP' => '203.0.113.9'])->disconnect();
$ask(['X-Real-IP' => '203.0.113.10'])->disconnect();
$show('ban');
$ask([], '/no')->disconnect();
$show('on_request');
$open = [$ask(['X-Real-IP' => '192.0.2.1']), $ask(['X-Real-IP' => '192.0.2.1'])];
$ask(['X-Real-IP' => '192.0.2.1'])->disconnect();
$show('max_connections_per_address', 2);
foreach ($open as $client) {
    $client->close(1000)->expectClose(1000)->expectEof();
}
$show('nobody');
$ask(['Upgrade' => 'h2c'])->disconnect();
$ask(['Sec-WebSocket-Version' => '99'])->disconnect();
(new WsClient($server->port))->request("nonsense\r\n\r\n");
$show('no handshake');
$client = new WsClient($server->port);
$client->write("GET / HTTP/1.1\r\n");
echo $client->readHead()->status, ' ';
$client->disconnect();
$show('a deadline');
$server->finish();

/* In front of the request: no answer at all. */
$server = TestServer::code(<<<'PHP'
    $list = new Ratchet\Server\IpBlackList(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)));
    $list->blockAddress('127.0.0.1');
    $io = Ratchet\Server\IoServer::factory($list, 0, '127.0.0.1');
    announce($io);
    $io->loop->addPeriodicTimer(0.001, function () use ($io) {
        $stats = WsChat\Server::from($io)->stats();
        if ($stats->ended === 2) {
            echo json_encode($stats->refused), "\n";
            $io->loop->stop();
        }
    });
    $io->run();
    PHP);
foreach ([1, 2] as $n) {
    (new WsClient($server->port))->readAll();
}
echo $server->wait(), ' ', $server->out(), $server->err();
?>
--EXPECT--
403 101 -- origin
handshakes_total 1
refused_total{reason="origin"} 1
http_answers_total{class="4xx"} 1
403 403 -- ban
refused_total{reason="ban"} 2
http_answers_total{class="4xx"} 2
403 -- on_request
refused_total{reason="on_request"} 1
http_answers_total{class="4xx"} 1
101 101 503 -- max_connections_per_address
handshakes_total 2
refused_total{reason="max_connections_per_address"} 1
http_answers_total{class="5xx"} 1
-- nobody
426 426 -- no handshake
http_answers_total{class="4xx"} 3
408 -- a deadline
timeouts_total{deadline="handshake"} 1
http_answers_total{class="4xx"} 1
0 {"origin":0,"ban":0,"on_request":0,"black_list":2,"max_connections_per_address":0}
