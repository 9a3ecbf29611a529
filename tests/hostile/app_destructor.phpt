--TEST--
exit(), exceptions and fatal errors in the destructor of the application, of its layers and of what its closures hold
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

$places = [
    'swapped by its own callback' => '$server->app = new Ratchet\Server\EchoServer;',
    'swapped by a timer' => '$server->loop->addTimer(0.001, function () use ($server) { $server->app = new Ratchet\Server\EchoServer; $server->loop->stop(); });',
    'constructed anew' => '$server->__construct(new Ratchet\Server\EchoServer, $server->socket, $server->loop);',
    'at the end of the script' => '$server->loop->stop();',
    'all unset' => '$GLOBALS["app"] = null; $server->loop->stop(); unset($server->app, $server); gc_collect_cycles();',
];
$harms = [
    'exit' => 'exit(6);',
    'exception' => 'throw new Exception("harm");',
    'fatal' => 'trigger_error("harm", E_USER_ERROR);',
];
foreach ($harms as $name => $harm) {
    echo "-- $name\n";
    foreach ($places as $place => $do) {
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            register_shutdown_function(fn() => print("shutdown\n"));
            final class Bomb { public function __destruct() { echo "destructor\n"; ' . $harm . ' } }
            final class App extends Ratchet\Server\EchoServer
            {
                public $bomb;
                public $server;
                public function onMessage(Ratchet\ConnectionInterface $conn, $message) { $server = $this->server; $this->server = null; ' . $do . ' echo "done\n"; }
                public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError: ", $e->getMessage(), "\n"; }
            }
            function start(): void
            {
                $app = new App;
                $app->bomb = new Bomb;
                serve($app, ["raw" => true, "before" => function ($server) use ($app) { $app->server = $server; }]);
            }
            try {
                start();
            } catch (Exception $e) {
                echo "thrown: ", $e->getMessage(), "\n";
            }
            echo "behind it\n";
        ', ['ini' => ['display_errors' => '0', 'log_errors' => '0', 'error_reporting' => E_ALL & ~E_DEPRECATED]]);
        $client = new WsClient($server->port);
        $client->write('x');
        $server->waitOut("done\n");
        $client->disconnect();
        if (!str_contains($do, 'stop()')) {
            $server->signal(15);
        }
        echo "$place: ", report($server);
    }
}
?>
--EXPECT--
-- exit
swapped by its own callback: done | behind it | shutdown | destructor => status 6
swapped by a timer: done | behind it | shutdown | destructor => status 6
constructed anew: done | behind it | shutdown | destructor => status 6
at the end of the script: done | behind it | shutdown | destructor => status 6
all unset: done | behind it | shutdown | destructor => status 6
-- exception
swapped by its own callback: done | behind it | shutdown | destructor => status 255
swapped by a timer: done | behind it | shutdown | destructor => status 255
constructed anew: done | behind it | shutdown | destructor => status 255
at the end of the script: done | behind it | shutdown | destructor => status 255
all unset: done | behind it | shutdown | destructor => status 255
-- fatal
swapped by its own callback: done | behind it | shutdown | destructor => status 255
swapped by a timer: done | behind it | shutdown | destructor => status 255
constructed anew: done | behind it | shutdown | destructor => status 255
at the end of the script: done | behind it | shutdown | destructor => status 255
all unset: done | behind it | shutdown | destructor => status 255
