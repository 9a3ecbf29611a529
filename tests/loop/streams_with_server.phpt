--TEST--
Loop: streams beside the WebSockets of a server, in both directions
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* Lines that come over UDP go to everybody; what a client says goes into a pipe and comes back. */
$server = TestServer::code(<<<'PHP'
    final class App implements Ratchet\MessageComponentInterface {
        public SplObjectStorage $clients;
        public $pipe, $cat;
        function __construct() { $this->clients = new SplObjectStorage; }
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients->offsetSet($conn); }
        function onClose(Ratchet\ConnectionInterface $conn) { $this->clients->offsetUnset($conn); }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { fwrite($this->pipe, "$msg\n"); }
        function tell(string $line) { foreach ($this->clients as $client) { $client->send($line); } }
    }
    $app = new App;
    serve($app, ['before' => function ($server) use ($app) {
        $udp = stream_socket_server('udp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND);
        $server->loop->addReadStream($udp, function ($udp) use ($app) { $app->tell('udp: ' . stream_socket_recvfrom($udp, 1000)); });
        $cat = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
        $app->pipe = $pipes[0];
        stream_set_blocking($pipes[1], false);
        $server->loop->addReadStream($pipes[1], function ($stream) use ($app) { $app->tell('pipe: ' . trim(fgets($stream))); });
        $app->cat = $cat;
        $server->loop->futureTick(fn() => print('udp ' . stream_socket_get_name($udp, false) . "\n"));
    }]);
    PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$a->sync();
$b->sync();
preg_match('/udp (\S+)\n/', $server->waitOut("\n"), $address);
$udp = stream_socket_client("udp://$address[1]");
fwrite($udp, 'hello');
$a->expectText('udp: hello');
$b->expectText('udp: hello');
$a->text("one\ntwo");
foreach ([$a, $b] as $client) {
    $client->expectText('pipe: one')->expectText('pipe: two');
}
echo "done\n", $server->err();
?>
--EXPECT--
done
