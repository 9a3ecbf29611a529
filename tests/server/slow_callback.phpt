--TEST--
Option slow_callback: whoever has held the loop for longer is named in the log, and nobody else
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$app = <<<'PHP'
    class Base extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) { usleep(100000); }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            try { eval($msg); } finally { $conn->send('done'); }
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {}
        static function tick() { usleep(100000); }
    }
    final class App extends Base {
        function onClose(Ratchet\ConnectionInterface $conn) { usleep(100000); }
    }
    function plain() { usleep(100000); }
    $loop = React\EventLoop\Loop::get();
    serve(%s, ['options' => %s]);
    PHP;
$requests = [
    'usleep(100000);',
    'usleep(100000); throw new Exception;',
    'React\EventLoop\Loop::futureTick("plain");',
    'React\EventLoop\Loop::addTimer(0.001, ["App", "tick"]);',
    'React\EventLoop\Loop::futureTick(function () { usleep(100000); });',
    /* One that exists no more when it is named. */
    'React\EventLoop\Loop::futureTick(new class { function __invoke() { usleep(100000); } });',
];
$lines = fn(TestServer $server): string => preg_replace(['~^\[.*?\] ~m', '~\d+ ms~', '~\{closure.*\}~'], ['', 'N ms', '{closure}'], $server->err());
foreach (["['slow_callback' => 0.05]", "['slow_callback' => 0.05, 'await' => true]", "['slow_callback' => 3600]", '[]'] as $options) {
    echo "-- $options\n";
    $server = TestServer::code(sprintf($app, 'new App', $options), ['ini' => ['error_log' => '', 'log_errors' => 1]]);
    $client = WsClient::connect($server->port);
    foreach ($requests as $request) {
        $client->text($request)->expectText('done')->sync();
        $client->text('usleep(1);')->expectText('done');
    }
    $client->close(1000)->expectClose(1000)->expectEof();
    WsClient::connect($server->port)->close(1000)->expectClose(1000)->expectEof();
    $server->finish();
    /* Whether a timer or a tick comes first is the machine's to say. */
    $found = array_unique(array_filter(explode("\n", $lines($server))));
    sort($found);
    echo implode("\n", [...$found, '']);
}
?>
--EXPECT--
-- ['slow_callback' => 0.05]
wschat: App::onClose() has held the loop for N ms
wschat: App::onMessage() has held the loop for N ms
wschat: App::onOpen() has held the loop for N ms
wschat: App::{closure}() has held the loop for N ms
wschat: Base::tick() has held the loop for N ms
wschat: class@anonymous::__invoke() has held the loop for N ms
wschat: plain() has held the loop for N ms
-- ['slow_callback' => 0.05, 'await' => true]
wschat: App::onClose() has held the loop for N ms
wschat: App::onMessage() has held the loop for N ms
wschat: App::onOpen() has held the loop for N ms
wschat: App::{closure}() has held the loop for N ms
wschat: Base::tick() has held the loop for N ms
wschat: class@anonymous::__invoke() has held the loop for N ms
wschat: plain() has held the loop for N ms
-- ['slow_callback' => 3600]
-- []
