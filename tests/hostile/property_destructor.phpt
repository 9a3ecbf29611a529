--TEST--
The destructor of a property of a closed connection throws, uses the connection, closes others: the server goes on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$destructors = [
    'throws' => 'throw new Exception("from a destructor");',
    'uses it' => 'var_dump($this->conn?->get()?->resourceId, Keeper::$conn->resourceId); Keeper::$conn->send("x"); Keeper::$conn->close();',
    'changes it' => 'Keeper::$conn->thing = new stdClass; unset(Keeper::$conn->other); Keeper::$conn->other = 1; Keeper::$conn = null;',
    'sends to others' => 'foreach (Keeper::$all as $conn) { $conn->send("bye"); }',
    'collects' => 'Keeper::$conn = null; gc_collect_cycles();',
    'runs the loop' => 'Keeper::$io->loop->addTimer(0.001, fn() => Keeper::$io->loop->stop()); Keeper::$io->run();',
];
foreach (['assigned over', 'unset'] as $when) {
    foreach ($destructors as $name => $destructor) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            ini_set("log_errors", "1");
            final class Keeper { public static $conn, $all = [], $io; }
            final class Thing
            {
                public $conn;
                public function __destruct() { echo "destructor\n"; ' . $destructor . ' }
            }
            hostile("onMessage", function ($conn, $server) {
                Keeper::$all[] = $conn;
                if (Keeper::$io) {
                    return;
                }
                Keeper::$io = $server;
                Keeper::$conn = $conn;
                $conn->other = [1, 2, 3];
                $conn->thing = new Thing;
                $conn->thing->conn = WeakReference::create($conn);
                $conn->last = new stdClass;
                ' . ['assigned over' => '$conn->thing = 1;', 'unset' => 'unset($conn->thing);'][$when] . '
                echo "done\n";
            }, [], false);
            echo "end\n";
        ');
        $client = WsClient::connect($server->port);
        $client->text('onMessage');
        $server->waitOut("destructor\n");
        if ($name === 'runs the loop') {
            echo "$when, $name: ", report($server);
            continue;
        }
        $other = WsClient::connect($server->port);
        $other->text('still there')->expectText('still there');
        $other->text('stop');
        echo "$when, $name: ", report($server);
    }
}
?>
--EXPECT--
assigned over, throws: destructor | Exception in onError: from a destructor | end => status 0
assigned over, uses it: destructor | int(1) | int(1) | done | onClose | end => status 0
assigned over, changes it: destructor | done | end => status 0
assigned over, sends to others: destructor | done | end => status 0
assigned over, collects: destructor | done | end => status 0
assigned over, runs the loop: destructor | done | end => status 0
unset, throws: destructor | Exception in onError: from a destructor | end => status 0
unset, uses it: destructor | int(1) | int(1) | done | onClose | end => status 0
unset, changes it: destructor | done | end => status 0
unset, sends to others: destructor | done | end => status 0
unset, collects: destructor | done | end => status 0
unset, runs the loop: destructor | done | end => status 0
