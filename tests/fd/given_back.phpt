--TEST--
Descriptors: every connection gives its own back, however it ends
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_procfs(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$stay = WsClient::connect($server->port);
$count = fn(): int => count(glob("/proc/{$server->pid}/fd/*"));
$before = $count();
for ($i = 0; $i < 10; $i++) {
    WsClient::connect($server->port)->close(1000)->expectClose(1000)->expectEof();
    WsClient::connect($server->port)->send(3)->expectClose(1002)->expectEof();
    WsClient::connect($server->port)->disconnect();
    (new WsClient($server->port))->disconnect();
    (new WsClient($server->port))->write("GET / HTTP/1.0\r\n\r\n")->readAll();
    (new WsClient($server->port))->write('GET /')->disconnect();
    $client = WsClient::connect($server->port)->text('unread');
    $stay->text('x')->expectText('x');
    $client->disconnect();
}
for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end && $count() > $before; usleep(1000)) {
}
var_dump($count() - $before);
?>
--EXPECT--
int(0)
