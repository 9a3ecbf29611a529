--TEST--
Option await: the end of things while callbacks wait: exit(), stop(), the end of the script, a fatal error, nobody left to resume
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$app = '
    final class App extends Ratchet\Server\EchoServer
    {
        public array $waiting = [];
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            global $server;
            $witness = new Witness($msg);
            switch ($msg) {
                case "wait":
                    $this->waiting[] = Fiber::getCurrent();
                    echo "waiting\n";
                    try {
                        Fiber::suspend();
                        echo "never here\n";
                    } finally {
                        echo "finally\n";
                    }
                    break;
                case "lost":
                    try {
                        Fiber::suspend();
                    } finally {
                        echo "ended at once\n";
                    }
                    break;
                case "exit":
                    WsChat\delay(0.001);
                    echo "exit\n";
                    exit(3);
                case "stop":
                    WsChat\delay(0.001);
                    $server->loop->stop();
                    break;
                case "fatal":
                    WsChat\delay(0.001);
                    @trigger_error("a fatal error", E_USER_ERROR);
                case "memory":
                    WsChat\delay(0.001);
                    ini_set("memory_limit", "16M");
                    $x = str_repeat("x", 64 << 20);
                default:
                    $from->send($msg);
            }
        }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }
    final class Witness
    {
        public function __construct(private string $name) {}
        public function __destruct() { echo "{$this->name} gone\n"; }
    }
    register_shutdown_function(fn() => print("shutdown function\n"));
    $app = new App;
    serve($app, ["options" => ["await" => true], "before" => function ($io) { global $server; $server = $io; }]);
    echo "behind run()\n";
';
foreach (['exit', 'stop', 'fatal', 'memory'] as $message) {
    echo "-- $message\n";
    $server = TestServer::code($app);
    $one = WsClient::connect($server->port);
    $one->text('wait');
    $server->waitOut('waiting');
    WsClient::connect($server->port)->text($message)->readAll();
    echo 'status ', $server->wait(), "\n", preg_replace('/ in \S+ on line \d+|(?<=exhausted).*/', '', $server->out());
}
echo "-- lost\n";
$server = TestServer::code($app);
$client = WsClient::connect($server->port);
$client->text('lost')->text('on')->expectText('on');
$client->close(1000)->expectClose(1000)->expectEof();
$server->finish();
echo $server->out(), preg_replace('/^\[.*?\] /m', '', $server->err());
?>
--EXPECT--
-- exit
status 3
waiting
exit
exit gone
shutdown function
finally
wait gone
-- stop
status 0
waiting
stop gone
behind run()
shutdown function
finally
wait gone
-- fatal
status 255
waiting

Fatal error: a fatal error
shutdown function
-- memory
status 255
waiting

Fatal error: Allowed memory size of 16777216 bytes exhausted
shutdown function
-- lost
ended at once
lost gone
on gone
onClose
behind run()
shutdown function
wschat: a callback has suspended its Fiber, and nobody is left to resume it: it ends here
