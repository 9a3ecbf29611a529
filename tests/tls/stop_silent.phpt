--TEST--
TLS: stop() does not wait for clients that have not shaken hands, without any limit of time
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$path = (new Authority)->issue('localhost');
$server = TestServer::code('$app = new class extends Ratchet\Server\EchoServer {
    public $server;
    function onMessage(Ratchet\ConnectionInterface $from, $msg) { $this->server->stop(0); }
};
serve($app, ["options" => ["handshake_timeout" => 0, "tls" => ["local_cert" => ' . var_export($path, true) . ']],
    "before" => fn($s) => $app->server = WsChat\Server::from($s)]);
echo "run() is over\n";');
$silent = stream_socket_client("tcp://127.0.0.1:{$server->port}");
$half = stream_socket_client("tcp://127.0.0.1:{$server->port}");
fwrite($half, "\x16\x03\x01");
$client = WsClient::connect($server->port, [], '/', []); /* accepted after them */
$client->text('stop')->expectClose(1001)->close(1001)->expectEof();
echo $server->wait(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
run() is over
