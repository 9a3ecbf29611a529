--TEST--
A child forked before, in and after run() that exits normally leaves the parent listening and its connections whole
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('pcntl_fork', 'pcntl_waitpid');
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    function child(): void
    {
        $pid = pcntl_fork();
        if ($pid === 0) {
            exit(0);
        }
        pcntl_waitpid($pid, $status);
        echo "child ", pcntl_wexitstatus($status), "\n";
    }
    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen($conn) { $conn->send("opened"); child(); }
        public function onMessage($conn, $message)
        {
            $conn->send("before");
            child();
            $conn->send("after $message");
            if ($message === "stop") {
                $GLOBALS["io"]->loop->stop();
            }
            if ($message === "close") {
                $conn->close();
                child();
            }
        }
        public function onClose($conn) { child(); echo "onClose\n"; }
    }
    serve(new App, ["before" => function ($io) {
        $GLOBALS["io"] = $io;
        child();
        $io->loop->addTimer(0.001, fn() => child());
        $io->loop->futureTick(fn() => child());
    }]);
    child();
    $io->run();
');
$server->waitOut("~(child 0\n){2}~");
for ($i = 1; $i <= 2; $i++) {
    $client = WsClient::connect($server->port);
    $client->expectText('opened')->text("$i")->expectText('before')->expectText("after $i")->expectNothing();
    $client->text('close')->expectText('before')->expectText('after close')->expectClose(1000)->close(1000)->expectEof();
}
$client = WsClient::connect($server->port);
$client->expectText('opened')->text('stop')->expectText('before')->expectText('after stop');
/* Out of the first run(), through the last fork and into the second one. */
$other = WsClient::connect($server->port);
$other->expectText('opened')->text('stop')->expectText('before')->expectText('after stop');
echo str_replace(' | ', "
", report($server));
?>
--EXPECT--
child 0
child 0
child 0
child 0
child 0
child 0
child 0
onClose
child 0
child 0
child 0
child 0
child 0
onClose
child 0
child 0
child 0
child 0
child 0 => status 0
