<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

$code = '
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    register_shutdown_function(function () { echo "shutdown", isset(error_get_last()["message"]) ? ": " . error_get_last()["message"] : "", "\n"; });
    /* A message names the place in which harm is to be done. */
    final class App extends Ratchet\Server\EchoServer implements WsChat\DrainInterface
    {
        public static $server;
        private string $place = "";
        private function harm(string $place): void
        {
            if ($place === $this->place) {
                $this->place = "";
                echo "harm\n";
                (HARM)();
            }
        }
        public function onMessage(Ratchet\ConnectionInterface $conn, $place)
        {
            $loop = self::$server->loop;
            $this->place = $place;
            [$a, $b] = $GLOBALS["pair"] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            switch ($place) {
                case "reader":
                    fwrite($b, "x");
                    $loop->addReadStream($a, function ($a) use ($loop) { $loop->removeReadStream($a); $this->harm("reader"); });
                    break;
                case "writer":
                    $loop->addWriteStream($a, function ($a) use ($loop) { $loop->removeWriteStream($a); $this->harm("writer"); });
                    break;
                case "signal":
                    $loop->addSignal(SIGUSR1, fn() => $this->harm("signal"));
                    posix_kill(getmypid(), SIGUSR1);
                    break;
                case "periodic":
                    $loop->addPeriodicTimer(0.001, function ($timer) use ($loop) { $loop->cancelTimer($timer); $this->harm("periodic"); });
                    break;
                case "drain":
                    $conn->send(str_repeat("x", 2000));
                    break;
                case "stop":
                    WsChat\Server::from(self::$server)->stop(0.5);
                    break;
                default:
                    $conn->send($place);
            }
        }
        public function onDrain(Ratchet\ConnectionInterface $conn) { $this->harm("drain"); }
        public function onClose(Ratchet\ConnectionInterface $conn) { $this->harm("stop"); }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError: ", $e->getMessage(), "\n"; }
    }
    for ($runs = 0; $runs < 3; $runs++) {
        try {
            if ($runs === 0) {
                serve(new App, ["options" => ["high_water_mark" => 1000, "low_water_mark" => 0],
                                "before" => function ($server) { App::$server = $server; }]);
            } else {
                App::$server->run();
            }
            break;
        } catch (Throwable $e) {
            echo "out of run(): ", get_class($e), " ", $e->getMessage(), "\n";
        }
    }
    echo "ended\n";
';
$harms = [
    'exit' => 'fn() => exit(7)',
    'exception' => 'fn() => throw new Exception("harm")',
    'error' => 'fn() => no_such_function()',
    'E_USER_ERROR' => 'fn() => trigger_error("harm", E_USER_ERROR)',
    'time' => 'function () { set_time_limit(1); for (;;); }',
    'exit in a destructor' => 'function () { new class { public function __destruct() { exit(8); } }; }',
];
foreach ($harms as $name => $harm) {
    echo "-- $name\n";
    foreach (['reader', 'writer', 'signal', 'periodic', 'drain', 'stop'] as $place) {
        $server = TestServer::code(str_replace('HARM', $harm, $code), ['ini' => ['display_errors' => '0', 'error_reporting' => E_ALL & ~E_DEPRECATED]]);
        $other = WsClient::connect($server->port);
        $client = WsClient::connect($server->port)->text($place);
        $server->waitOut("harm\n");
        if (($name === 'exception' || $name === 'error') && $place !== 'stop') {
            $other->text('still there')->expectText('still there');
            $server->finish();
        } elseif ($place === 'stop') {
            foreach ([$client, $other] as $one) { /* the Close, unless the script has ended */
                try {
                    $one->expectClose(1001)->close(1001)->expectEof();
                } catch (WsClientException) {
                }
            }
        }
        echo "$place: ", report($server);
    }
}
?>
