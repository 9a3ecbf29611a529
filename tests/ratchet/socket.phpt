--TEST--
IoServer: $server->socket can be paused, resumed and closed; open connections go on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $socket;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if (method_exists($this->socket, $msg)) {
                $this->socket->$msg();
            }
            $conn->send((string) json_encode($this->socket->getAddress() !== null));
        }
    }
    $app = new App;
    serve($app, ['before' => function ($server) use ($app) { $app->socket = $server->socket; }]);
    echo "run() has returned\n";
    PHP);
$client = WsClient::connect($server->port);
$client->text('address?')->expectText('true');
$client->text('pause')->expectText('true');
$late = (new WsClient($server->port))->write(WsClient::upgradeHead());
$client->text('still paused')->expectText('true')->sync();
$read = [$late->stream];
$none = null;
var_dump(stream_select($read, $none, $none, 0));
$client->text('resume')->expectText('true');
var_dump($late->readHead()->status);
$client->text('close')->expectText('false');
$client->text('close')->expectText('false');
$client->text('resume')->expectText('false');
try {
    new WsClient($server->port);
    echo "still listening\n";
} catch (WsClientException $e) {
    echo "refused\n";
}
$late->text('hello')->expectText('false');
$late->disconnect();
$client->close(1000)->expectClose(1000)->expectEof();
echo $server->wait(), "\n", $server->out(), $server->err(); /* nothing is left to wait for */
?>
--EXPECT--
int(0)
int(101)
refused
0
run() has returned
