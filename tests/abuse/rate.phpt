--TEST--
Abuse: max_messages_per_second and max_bytes_per_second with each rate_policy; others are served
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

function server(string $policy, array $options, array $ini = []): TestServer
{
    return TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ' . var_export($options, true) . ']);',
        ['ini' => ['wschat.rate_policy' => $policy, 'error_log' => '/dev/stderr', 'log_errors' => '1'] + $ini]);
}

function log_of(TestServer $server): string
{
    $server->waitErr('allows');
    return preg_replace(['/^.*?wschat: /m', '/connection \d+/'], ['', 'connection N'], $server->err());
}

/* What is given back while the test runs is little beside the burst. */
$slow = ['max_messages_per_second' => 1, 'message_burst' => 300];

echo "close\n";
$server = server('close', $slow);
$other = WsClient::connect($server->port);
$flood = WsClient::connect($server->port);
$flood->write(str_repeat(WsClient::frame(WsClient::TEXT, 'x'), 2000));
for ($count = 0; ($frame = $flood->read())->opcode === WsClient::TEXT; $count++) {
}
echo $count >= 300 && $count < 400 ? 'about 300' : $count, " came back, then $frame\n";
$flood->expectEof();
$other->text('me')->expectText('me');
echo log_of($server);

echo "drop\n";
$server = server('drop', $slow);
$flood = WsClient::connect($server->port);
$flood->write(str_repeat(WsClient::frame(WsClient::TEXT, 'x'), 2000));
$flood->ping('end');
for ($count = 0; ($frame = $flood->read())->opcode === WsClient::TEXT; $count++) {
}
echo $count >= 300 && $count < 400 ? 'about 300' : $count, " came back, then $frame\n";
echo log_of($server);

echo "wait\n";
$server = server('wait', ['max_messages_per_second' => 200, 'message_burst' => 1]);
$flood = WsClient::connect($server->port);
$other = WsClient::connect($server->port);
$flood->write(str_repeat(WsClient::frame(WsClient::TEXT, 'x'), 100) . WsClient::frame(WsClient::PING, 'end'));
$other->text('me')->expectText('me');
for ($count = 0; ($frame = $flood->read())->opcode === WsClient::TEXT; $count++) {
}
echo "$count came back, then $frame\n";
echo log_of($server);
/* An end while it waits is seen at once. */
$flood->write(str_repeat(WsClient::frame(WsClient::TEXT, 'x'), 1000));
$flood->disconnect();
$other->text('me')->expectText('me');

echo "bytes\n";
$server = server('close', [], ['wschat.max_bytes_per_second' => '1k', 'wschat.byte_burst' => '64k']);
$flood = WsClient::connect($server->port);
$flood->binary(str_repeat('x', 60000));
echo strlen($flood->readMessage()), "\n";
$flood->send(WsClient::BINARY, str_repeat('x', 200000), ['fin' => false]);
$flood->expectClose(1008, 'Too many bytes')->expectEof();
echo log_of($server);
$server = server('wait', ['max_bytes_per_second' => 400000, 'byte_burst' => 1000]);
$flood = WsClient::connect($server->port);
$flood->binary(str_repeat('x', 200000));
echo strlen($flood->readMessage()), "\n";
echo log_of($server);
?>
--EXPECT--
close
about 300 came back, then close 1008 "Too many messages"
connection N (127.0.0.1) sends more than max_messages_per_second 1 allows: it is closed (rate_policy)
drop
about 300 came back, then pong "end"
connection N (127.0.0.1) sends more than max_messages_per_second 1 allows: messages are dropped (rate_policy)
wait
100 came back, then pong "end"
connection N (127.0.0.1) sends more than max_messages_per_second 200 allows: it is read no faster (rate_policy)
bytes
60000
connection N (127.0.0.1) sends more than max_bytes_per_second 1024 allows: it is closed (rate_policy)
200000
connection N (127.0.0.1) sends more than max_bytes_per_second 400000 allows: it is read no faster (rate_policy)
