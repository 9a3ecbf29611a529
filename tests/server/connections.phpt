--TEST--
WsChat\Connections: walks within walks, while connections are opened, close and throw
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve_app(new App);');
$clients = [];
for ($i = 0; $i < 6; $i++) {
    $clients[] = WsClient::connect($server->port);
}
$a = $clients[0];
$ask = function (string $code) use ($a): void {
    echo $a->text($code)->readMessage(), "\n";
};

echo "-- a walk within a walk, over one collection and over two\n";
$ask('$all = $server->connections(); $n = 0; foreach ($all as $one) foreach ($all as $two) $n++; return $n;');
$ask('$n = 0; foreach ($server->connections() as $one) foreach ($server->connections() as $two) { $n++; if ($two === $one) break; } return $n;');
$ask('$walk = $server->connections()->getIterator(); foreach ($walk as $one) break; $walk->next(); $walk->rewind(); return $walk->key() === $from->resourceId;');
$ask('$walk = $server->connections()->getIterator(); while ($walk->valid()) $walk->next(); $walk->next(); return json_encode([$walk->valid(), $walk->current()]);');
$ask('try { foreach ($server->connections() as &$one); } catch (Error $e) { return $e->getMessage(); }');

echo "-- the last one is closed by the first\n";
$ask('$seen = []; foreach ($server->connections() as $id => $one) { $seen[] = array_search($id, $ids); if (count($seen) === 1) $server->connections()->get($ids[5])->close(); } return json_encode($seen) . count($server->connections());');
$clients[5]->expectClose(1000)->close(1000)->expectEof();

echo "-- the present one is closed, in both walks\n";
$ask('$seen = []; foreach ($server->connections() as $id => $one) { if ($id === $ids[2]) { foreach ($server->connections() as $two) { if ($two === $one) $two->close(); } } $seen[] = array_search($id, $ids); } return json_encode($seen);');
$clients[2]->expectClose(1000)->close(1000)->expectEof();

echo "-- one is kept by the walk alone, after it was closed\n";
$ask('$walk = $server->connections()->getIterator(); foreach ($walk as $id => $one) { if ($id === $ids[4]) break; } unset($one); $walk->current()->close(); gc_collect_cycles(); $walk->current()->send("quiet"); $id = $walk->key(); $walk->next(); return json_encode([$id === $ids[4], $walk->valid()]);');
$clients[4]->expectClose(1000)->close(1000)->expectEof();

echo "-- all are closed, and an exception leaves the walk\n";
$ask('try { foreach ($server->connections() as $one) { foreach ($server->connections() as $two) { if ($two !== $from) { $two->close(); } } throw new Exception("out"); } } catch (Exception $e) { return $e->getMessage() . count($server->connections()); }');
echo "-- while the loop runs inside the walk\n";
$others = [WsClient::connect($server->port), WsClient::connect($server->port)];
$a->text('
    $loop = App::$ioServer->loop;
    $seen = [];
    foreach ($server->connections() as $id => $one) {
        $seen[] = array_search($id, $ids);
        if (count($seen) === 1) {
            echo "nested\n";
            $before = App::$closes;
            $loop->addPeriodicTimer(0.001, function ($timer) use ($loop, $before) {
                if (App::$closes > $before && count($this->ids) > 8) {
                    $loop->cancelTimer($timer);
                    $loop->stop();
                }
            });
            $loop->run();
        }
    }
    return json_encode($seen) . count($server->connections());
');
$server->waitOut("nested\n");
$others[] = WsClient::connect($server->port);
$others[0]->close(1000)->expectClose(1000);
echo $a->readMessage(), "\n"; /* stop() has ended the outer run as well */

echo $server->wait(), "\n", str_replace("nested\n", '', $server->out()), $server->err();
?>
--EXPECT--
-- a walk within a walk, over one collection and over two
36
21
1
[false,null]
An iterator cannot be used with foreach by reference
-- the last one is closed by the first
[0,1,2,3,4]5
-- the present one is closed, in both walks
[0,1,2,3,4]
-- one is kept by the walk alone, after it was closed
[true,false]
-- all are closed, and an exception leaves the walk
out1
-- while the loop runs inside the walk
[0,7]3
0
