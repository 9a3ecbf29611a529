--TEST--
Cycles through connections, views, closures and timers: kept as long as they live, collected afterwards
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    $seen = [];
    $look = function (string $when) use (&$seen) {
        gc_collect_cycles();
        echo $when, ":";
        foreach ($seen as $name => $reference) {
            echo " ", $name, $reference->get() ? " lives" : " gone";
        }
        echo "\n";
    };
    $io = hostile("onMessage", function ($conn, $server) use (&$seen, $look) {
        $conn->self = $conn;
        $conn->view = view($conn);
        $conn->closure = function () use ($conn) {};
        $conn->list = [[$conn]];
        $conn->reference = &$conn->list;
        $conn->map = new WeakMap;
        $conn->map[$conn] = $conn;
        $timer = null;
        $timer = $server->loop->addPeriodicTimer(0.001, function () use (&$timer, $conn, $server, $look) {
            static $calls = 0;
            if (++$calls === 3) {
                $look("timer");
                $server->loop->cancelTimer($timer);
                $conn->close();
            }
        });
        $conn->timer = $timer;
        $never = $server->loop->addTimer(1000, fn() => $conn);
        $conn->never = $never;
        $server->loop->cancelTimer($never);
        $seen = ["conn" => WeakReference::create($conn), "view" => WeakReference::create($conn->view),
                 "closure" => WeakReference::create($conn->closure), "timer" => WeakReference::create($timer),
                 "cancelled" => WeakReference::create($never)];
        unset($conn->map); /* 8.1 and 8.2 do not collect a map that holds its own key */
        $look("open");
    });
    $look("closed");
');
$client = provoke($server, 'onMessage');
$client->expectClose(1000)->close(1000)->expectEof();
$server->waitOut("onClose\n");
$client = WsClient::connect($server->port);
$client->text('stop');
echo str_replace(' | ', "\n", report($server));
?>
--EXPECT--
open: conn lives view lives closure lives timer lives cancelled lives
timer: conn lives view lives closure lives timer lives cancelled lives
onClose
closed: conn gone view gone closure gone timer gone cancelled gone => status 0
