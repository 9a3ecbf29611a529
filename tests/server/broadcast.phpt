--TEST--
WsChat\Server: broadcast() and connections() of WebSockets
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve_app(new App);');
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$c = WsClient::connect($server->port);

/* Each message is PHP, which the application evaluates. */
$a->text('return $server->broadcast("to all");')->expectText('to all');
$a->expectText('3');
$b->expectText('to all');
$c->expectText('to all');
$a->text('return $server->broadcast("others", $from);')->expectText('2');
$b->expectText('others');
$c->expectText('others');
$a->text('return $server->broadcast("one", [$from, $server->connections()->get($ids[1])]);')->expectText('1');
$c->expectText('one');
$a->text('return $server->broadcast("none", $server->connections());')->expectText('0');
$a->text('return $server->broadcast("none", $storage);')->expectText('0');
$a->text('return $server->broadcastBinary("\0\xff", $from);')->expectText('2');
$b->expectBinary("\0\xff");
$c->expectBinary("\0\xff");
$a->text('return $server->broadcast(new Ratchet\RFC6455\Messaging\Frame("as frame", true, 2));')->expectBinary('as frame');
$a->expectText('3');
$b->expectBinary('as frame');
$c->expectBinary('as frame');
$a->text('return count($server->connections()) . $server->connections()->count();')->expectText('33');
$a->text('foreach ($server->connections() as $id => $conn) $list[] = $id === $conn->resourceId && $id === array_shift($ids); return json_encode($list);')
    ->expectText('[true,true,true]');
$b->close(1000)->expectClose(1000)->expectEof();
$a->text('return count($server->connections());')->expectText('2');
$a->text('return $closed;')->expectText('2');
$a->text('return json_encode([$server->connections()->has($ids[1]), $server->connections()->get($ids[1]), $server->connections()->has($ids[2]), $server->connections()->get(-1), $server->connections()->get(0)]);')
    ->expectText('[false,null,true,null,null]');
$c->sync();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
