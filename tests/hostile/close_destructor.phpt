--TEST--
What a closed connection held is destroyed after onClose; a destructor that throws is logged, the server goes on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$destructors = [
    'throws' => 'throw new Exception("harm");',
    'throws an Error' => 'undefined();',
    'sends to others' => 'foreach (Keeper::$all as $conn) { $conn->send("bye"); }',
    'collects' => 'gc_collect_cycles();',
    'runs the loop' => 'Keeper::$io->loop->addTimer(0.001, fn() => Keeper::$io->loop->stop()); Keeper::$io->run();',
    'closes the listener' => 'Keeper::$io->socket->close();',
    'fails' => 'trigger_error("harm", E_USER_ERROR);',
];
foreach ($destructors as $name => $destructor) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        ini_set("log_errors", "1");
        final class Keeper { public static $all, $io; }
        Keeper::$all = new SplObjectStorage;
        final class Thing
        {
            public function __destruct() { echo "destructor\n"; ' . $destructor . ' }
        }
        final class App extends Ratchet\Server\EchoServer
        {
            public function onOpen($conn) { Keeper::$all[$conn] = true; $conn->thing = new stdClass; }
            public function onMessage($conn, $message)
            {
                if ($message === "stop") {
                    Keeper::$io->loop->stop();
                    return;
                }
                $conn->thing = new Thing;
                $conn->close();
            }
            public function onClose($conn) { unset(Keeper::$all[$conn]); echo "onClose\n"; }
        }
        serve(new App, ["before" => fn($io) => Keeper::$io = $io]);
        echo "end\n";
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
    $other = WsClient::connect($server->port);
    $client = WsClient::connect($server->port);
    $client->text('go')->expectClose(1000)->close(1000)->expectEof();
    $server->waitOut("destructor\n");
    if ($name === 'sends to others') {
        $other->expectText('bye');
    }
    if ($name !== 'runs the loop' && $name !== 'fails') {
        $other->text('stop');
    }
    $report = report($server);
    preg_match('/wschat: .*(?= in \/)/', $server->err(), $log);
    echo "$name: ", $report, isset($log[0]) ? "    {$log[0]}\n" : '';
}
?>
--EXPECT--
throws: onClose | destructor | end => status 0
    wschat: __destruct() has thrown Exception: harm
throws an Error: onClose | destructor | end => status 0
    wschat: __destruct() has thrown Error: Call to undefined function undefined()
sends to others: onClose | destructor | end => status 0
collects: onClose | destructor | end => status 0
runs the loop: onClose | destructor | end => status 0
closes the listener: onClose | destructor | end => status 0
fails: onClose | destructor => status 255
