--TEST--
A Fiber of a callback: suspended and resumed by a timer, dropped while suspended, ended by exit() and errors
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$fibers = [
    'resumed' => '$server->loop->addTimer(0.001, fn() => $fiber->resume("resumed"));',
    'dropped' => '$fiber = null; gc_collect_cycles(); $conn->send("dropped");',
    'kept till the end' => '$GLOBALS["kept"] = $fiber; $conn->send("kept");',
    'exit' => '$server->loop->addTimer(0.001, function () use ($fiber) { $fiber->throw(new Leave); });',
    'fatal' => '$server->loop->addTimer(0.001, function () use ($fiber) { $fiber->throw(new Fatal); });',
    'thrown' => '$server->loop->addTimer(0.001, function () use ($fiber) { $fiber->throw(new Exception("thrown")); });',
    'closed meanwhile' => '$conn->close(); $server->loop->addPeriodicTimer(0.001, function ($timer) use ($server, $fiber, $conn) {
        if (isset($conn->closed)) {
            $server->loop->cancelTimer($timer);
            $fiber->resume("nobody hears it");
            $server->loop->stop();
        }
    });',
];
foreach ($fibers as $name => $then) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        final class Leave extends Exception {}
        final class Fatal extends Exception {}
        register_shutdown_function(fn() => print("shutdown\n"));
        final class App implements Ratchet\MessageComponentInterface
        {
            public $server;
            public function onOpen(Ratchet\ConnectionInterface $conn) {}
            public function onMessage(Ratchet\ConnectionInterface $conn, $message)
            {
                $server = $this->server;
                if ($message === "stop") {
                    $server->loop->stop();
                    return;
                }
                $fiber = new Fiber(function () use ($conn) {
                    try {
                        $conn->send(Fiber::suspend());
                    } catch (Leave) {
                        exit(8);
                    } catch (Fatal) {
                        trigger_error("harm", E_USER_ERROR);
                    } finally {
                        echo "finally\n";
                    }
                    echo "fiber ends\n";
                });
                $fiber->start();
                echo "suspended\n";
                ' . $then . '
            }
            public function onClose(Ratchet\ConnectionInterface $conn) { $conn->closed = true; echo "onClose\n"; }
            public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "error ", $e->getMessage(), "\n"; }
        }
        $app = new App;
        try {
            serve($app, ["before" => function ($io) use ($app) { $app->server = $io; }]);
        } catch (Exception $e) {
            echo "out of run(): ", $e->getMessage(), "\n";
        }
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
    $client = WsClient::connect($server->port);
    $client->text('go');
    if (in_array($name, ['resumed', 'dropped', 'kept till the end'])) {
        echo $client->readMessage(), ', ';
        $client->text('stop');
    } elseif ($name === 'closed meanwhile') {
        $client->expectClose(1000)->close(1000)->expectEof();
    }
    echo "$name: ", report($server);
}
?>
--EXPECT--
resumed, resumed: suspended | finally | fiber ends | shutdown => status 0
dropped, dropped: suspended | finally | shutdown => status 0
kept, kept till the end: suspended | shutdown | finally => status 0
exit: suspended | shutdown => status 8
fatal: suspended | shutdown => status 255
thrown: suspended | finally | out of run(): thrown | shutdown => status 0
closed meanwhile: suspended | onClose | finally | fiber ends | shutdown => status 0
