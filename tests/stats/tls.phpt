--TEST--
Stats: metrics_path over TLS; handshakes that failed
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';
require __DIR__ . '/stats.inc';

$authority = new Authority;
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ' . var_export([
    'metrics_path' => '/metrics', 'tls' => ['local_cert' => $authority->issue('localhost')],
], true) . ']);', ['ini' => ['error_log' => '/dev/null']]);
$http = new HttpClient($server->port, []);
$numbers = fn() => parse_metrics($http->get('/metrics')[1]);
echo $numbers()['wschat_tls_failures_total'], "\n";
$plain = new WsClient($server->port);
$plain->write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
$plain->readAll();
$client = WsClient::connect($server->port, tls: []);
$before = $numbers();
$client->text('hello')->expectText('hello');
$after = $numbers();
echo $after['wschat_tls_failures_total'], ' ', $after['wschat_messages_received_total'], ' ', $after['wschat_http_answers_total{class="2xx"}'], "\n";
/* Of a message without what TLS adds, of the question and the answer before it in the same way. */
echo $after['wschat_received_bytes_total'] - $before['wschat_received_bytes_total'] - strlen("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"), "\n";
echo $server->finish(), $server->err();
?>
--EXPECT--
0
1 1 2
11
0
