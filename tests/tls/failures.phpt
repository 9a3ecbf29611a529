--TEST--
TLS: plain HTTP, half handshakes, old versions and clients that go harm nobody and are told once, in the log or as 'error'
--EXTENSIONS--
openssl
--INI--
error_log=
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$file = var_export($authority->issue('localhost'), true);

echo "-- in the log\n";
$server = TestServer::code("
    serve(new Ratchet\Server\EchoServer, ['options' => ['handshake_timeout' => 1, 'tls' => ['local_cert' => $file]]]);
");
$good = WsClient::connect($server->port, [], '/', []);
$plain = new WsClient($server->port);
$plain->write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
$server->waitErr('TLS handshake with 127.0.0.1 failed: it speaks HTTP, not TLS (http request)');
/* Many that say half a word, or none. */
$half = [];
for ($i = 0; $i < 60; $i++) {
    $half[$i] = new WsClient($server->port);
    if ($i % 3) {
        $half[$i]->write(substr("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" . str_repeat('r', 600), 0, $i * 7));
    }
}
$good->text('still here')->expectText('still here');
foreach ($half as $client) {
    stream_set_blocking($client->stream, true);
    stream_set_timeout($client->stream, 20);
    stream_get_contents($client->stream);
    if (!feof($client->stream)) {
        echo "a client is still there\n";
    }
}
$good->text('still here')->expectText('still here');
/* Without a close_notify, without a Close. */
$rude = WsClient::connect($server->port, [], '/', []);
$rude->disconnect();
$good->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), ' ', substr_count($server->err(), 'TLS handshake'), "\n";

echo "-- as an event\n";
$server = TestServer::code("
    \$socket = new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => $file]]);
    \$socket->on('error', function (Exception \$e) {
        echo get_class(\$e), ' ', preg_replace('/:\d+/', ':PORT', \$e->getMessage()), \"\\n\";
        throw new LogicException('thrown by a listener');
    });
    \$server = new Ratchet\Server\IoServer(new Ratchet\Server\EchoServer, \$socket);
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, fn() => React\EventLoop\Loop::stop());
    announce(\$server);
    React\EventLoop\Loop::run();
");
$plain = new WsClient($server->port);
$plain->write("GET / HTTP/1.1\r\n\r\n");
$server->waitOut("http request)\n");
$server->waitErr('LogicException: thrown by a listener');
$server->finish();
echo $server->out();
echo substr_count($server->err(), 'wschat: TLS handshake'), "\n";
?>
--EXPECT--
-- in the log
0 1
-- as an event
RuntimeException Connection from tcp://127.0.0.1:PORT failed during TLS handshake: it speaks HTTP, not TLS (http request)
0
