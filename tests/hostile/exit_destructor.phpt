--TEST--
exit() in a destructor, wherever the engine lets go of the object, ends the script with its status
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

$cases = [
    'local of onMessage' => ['onMessage', 'function () { $local = new Leaver; }'],
    'property of a connection' => ['onMessage', 'function ($conn) { $conn->leaver = new Leaver; $conn->close(); }'],
    'property set in onClose' => ['onClose', 'function ($conn) { $conn->leaver = new Leaver; }'],
    'closure of a timer' => ['timer', 'function ($conn, $server) {
        $leaver = new Leaver;
        $server->loop->addTimer(0.001, function () use ($leaver) {});
    }'],
    'closure of a cancelled timer' => ['timer', 'function ($conn, $server) {
        $leaver = new Leaver;
        $timer = $server->loop->addPeriodicTimer(0.001, function ($timer) use ($leaver, $server) {
            $server->loop->cancelTimer($timer);
        });
    }'],
    'closure of a tick' => ['tick', 'function ($conn, $server) {
        $leaver = new Leaver;
        $server->loop->futureTick(function () use ($leaver) {});
    }'],
    'bound to a timer, which throws' => ['timer', 'function ($conn, $server) {
        $leaver = new Leaver;
        $server->loop->addTimer(0.001, function () use ($leaver) { throw new Exception("dropped by exit"); });
    }'],
    'thrown to the log' => ['onClose', 'function ($conn) { throw new class extends Exception {
        public function __destruct() { exit(9); }
    }; }'],
];
foreach ($cases as $name => [$place, $harm]) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        final class Leaver { public function __destruct() { exit(9); } }
        register_shutdown_function(fn() => print("shutdown\n"));
        $witness = new Witness;
        hostile(' . var_export($place, true) . ", $harm);
        echo \"not reached\n\";
    ", ['ini' => ['zend.exception_ignore_args' => '1', 'error_reporting' => E_ALL & ~E_DEPRECATED]]);
    $client = provoke($server, $place);
    if ($name === 'property of a connection') {
        $client->expectClose(1000)->close(1000);
    }
    echo "$name: ", report($server);
}
?>
--EXPECT--
local of onMessage: shutdown | destructor => status 9
property of a connection: onClose | shutdown | destructor => status 9
property set in onClose: onClose | shutdown | destructor => status 9
closure of a timer: shutdown | destructor => status 9
closure of a cancelled timer: shutdown | destructor => status 9
closure of a tick: shutdown | destructor => status 9
bound to a timer, which throws: shutdown | destructor => status 9
thrown to the log: onClose | shutdown | destructor => status 9
