--TEST--
Limits: max_connections: the next one waits until another has ended
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$servers = [
    TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['max_connections' => 2]]);"),
    TestServer::code('serve(new Ratchet\Server\EchoServer);', ['ini' => ['wschat.max_connections' => 2]]),
];
foreach ($servers as $server) {
    $a = WsClient::connect($server->port);
    $b = WsClient::connect($server->port);
    $c = (new WsClient($server->port))->write(WsClient::upgradeHead() . WsClient::frame(WsClient::TEXT, 'at last'));
    $a->text('x')->expectText('x')->sync();
    $b->sync();
    $read = [$c->stream];
    $none = null;
    var_dump(stream_select($read, $none, $none, 0));
    $a->close(1000)->expectClose(1000)->expectEof();
    var_dump($c->readHead()->status);
    $c->expectText('at last');
    var_dump(str_contains($server->err(), 'wschat: 2 connections are open, new ones wait (max_connections)'));
}
?>
--EXPECT--
int(0)
int(101)
bool(true)
int(0)
int(101)
bool(true)
