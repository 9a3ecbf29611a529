--TEST--
Loop: a connection of the server that gets the number of a closed stream is heard
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $loop;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg !== 'close one') {
                return $conn->send($msg);
            }
            [$a, $this->other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            $this->loop->addReadStream($a, function () { echo "called\n"; });
            $this->loop->addTimer(0.001, function () use ($a, $conn) {
                fclose($a);
                $conn->send('closed');
            });
        }
        public $other;
    }
    $app = new App;
    serve($app, ['before' => function ($server) use ($app) { $app->loop = $server->loop; }]);
    PHP);
$first = WsClient::connect($server->port);
$first->text('close one')->expectText('closed');
$clients = [];
for ($i = 0; $i < 5; $i++) {
    $clients[] = WsClient::connect($server->port)->text("hello $i")->expectText("hello $i");
}
foreach ($clients as $i => $client) {
    $client->text("again $i")->expectText("again $i");
    $client->close(1000)->expectClose(1000)->expectEof();
}
$first->text('end')->expectText('end');
echo "done\n", $server->out(), $server->err();
?>
--EXPECT--
done
