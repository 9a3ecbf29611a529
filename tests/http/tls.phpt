--TEST--
Files over TLS: large ones in chunks, one after the other, then a WebSocket on the same connection
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';
require __DIR__ . '/http.inc';

$big = random_bytes(1_500_000);
$folder = folder(['big.bin' => $big, 'small.txt' => 'small']);
$authority = new Authority;
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ' . var_export([
    'document_root' => $folder, 'tls' => ['local_cert' => $authority->issue('localhost')],
], true) . ']);');
$http = new HttpClient($server->port, []);
$http->show('/small.txt');
foreach ([[], ['Range' => 'bytes=1000-200999']] as $headers) {
    [$head, $body] = $http->get('/big.bin', $headers);
    echo "$head->status ", $body === ($headers ? substr($big, 1000, 200000) : $big) ? 'same' : 'other', "\n";
}
/* All at once. */
$http->client->write(str_repeat("GET /small.txt HTTP/1.1\r\nHost: a\r\n\r\nHEAD /big.bin HTTP/1.1\r\nHost: a\r\n\r\n", 20));
for ($i = 0; $i < 20; $i++) {
    [, $body] = $http->answer();
    [$head] = $http->answer('HEAD');
    if ($body !== 'small' || $head->header('content-length') !== '1500000') {
        echo "no. $i: $body {$head->header('content-length')}\n";
    }
}
$http->client->upgrade();
$http->client->text('hello')->expectText('hello');
$http->client->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), $server->out(), $server->err();
?>
--EXPECT--
GET /small.txt: 200, content-type: text/plain; charset=utf-8, content-length: 5 "small"
200 same
206 same
0
