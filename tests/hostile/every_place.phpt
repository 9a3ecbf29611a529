--TEST--
exit(), exceptions and fatal errors in listeners of streams and signals, in onDrain() and in the onClose() that stop() brings
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('pcntl_alarm', 'posix_kill');
?>
--FILE--
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
--EXPECT--
-- exit
reader: harm | shutdown => status 7
writer: harm | shutdown => status 7
signal: harm | shutdown => status 7
periodic: harm | shutdown => status 7
drain: harm | shutdown => status 7
stop: harm | shutdown => status 7
-- exception
reader: harm | out of run(): Exception harm | ended | shutdown => status 0
writer: harm | out of run(): Exception harm | ended | shutdown => status 0
signal: harm | out of run(): Exception harm | ended | shutdown => status 0
periodic: harm | out of run(): Exception harm | ended | shutdown => status 0
drain: harm | onError: harm | ended | shutdown => status 0
stop: harm | ended | shutdown => status 0
-- error
reader: harm | out of run(): Error Call to undefined function no_such_function() | ended | shutdown => status 0
writer: harm | out of run(): Error Call to undefined function no_such_function() | ended | shutdown => status 0
signal: harm | out of run(): Error Call to undefined function no_such_function() | ended | shutdown => status 0
periodic: harm | out of run(): Error Call to undefined function no_such_function() | ended | shutdown => status 0
drain: harm | onError: Call to undefined function no_such_function() | ended | shutdown => status 0
stop: harm | ended | shutdown => status 0
-- E_USER_ERROR
reader: harm | shutdown: harm => status 255
writer: harm | shutdown: harm => status 255
signal: harm | shutdown: harm => status 255
periodic: harm | shutdown: harm => status 255
drain: harm | shutdown: harm => status 255
stop: harm | shutdown: harm => status 255
-- time
reader: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
writer: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
signal: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
periodic: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
drain: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
stop: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
-- exit in a destructor
reader: harm | shutdown => status 8
writer: harm | shutdown => status 8
signal: harm | shutdown => status 8
periodic: harm | shutdown => status 8
drain: harm | shutdown => status 8
stop: harm | shutdown => status 8
