--TEST--
Stats: longestTurn is as long as the callback that has held the loop, of whatever kind, and a callback that has held it inside a run of its own
--FILE--
<?php
require __DIR__ . '/stats.inc';

$server = TestServer::code(<<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $loop = $GLOBALS['io']->loop;
            $done = fn() => $conn->send('done');
            switch ($msg) {
                case 'message': usleep(50000); return $done();
                case 'timer': return $loop->addTimer(0.001, function () use ($done) { usleep(100000); $done(); });
                case 'tick': return $loop->futureTick(function () use ($done) { usleep(150000); $done(); });
                case 'before a run': usleep(200000); $loop->futureTick([$loop, 'stop']); return $loop->run();
                case 'in a run': $loop->futureTick(function () use ($loop) { usleep(250000); $loop->stop(); }); return $loop->run();
            }
            $conn->send(json_encode(WsChat\Server::from($GLOBALS['io'])->stats()->longestTurn));
        }
    }
    serve(new App, ['before' => fn($io) => $GLOBALS['io'] = $io]);
    for ($i = 0; $i < 2; $i++) {
        $io->run();
    }
    PHP);
$client = WsClient::connect($server->port);
foreach (['message' => 0.05, 'timer' => 0.1, 'tick' => 0.15, 'before a run' => 0.2, 'in a run' => 0.25] as $what => $seconds) {
    $client->text($what);
    $what !== 'before a run' && $what !== 'in a run' && $client->expectText('done');
    $client->sync();
    $longest = (float) $client->text('show')->readMessage();
    echo $what, ' ', $longest >= $seconds ? 'seen' : "is only $longest", "\n";
}
echo $server->err();
?>
--EXPECT--
message seen
timer seen
tick seen
before a run seen
in a run seen
