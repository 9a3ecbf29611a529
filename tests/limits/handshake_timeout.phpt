--TEST--
Limits: handshake_timeout: 408 for who has begun a request, a silent end for who has not
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(
    "serve(new Ratchet\Server\EchoServer, ['options' => ['handshake_timeout' => 1]]);",
    ['ini' => ['wschat.handshake_timeout' => 0]] /* the option wins */
);
$open = WsClient::connect($server->port);
$half = new WsClient($server->port);
$half->write("GET / HTTP/1.1\r\nHost: x\r\n");
$silent = new WsClient($server->port);
echo strtr($half->readHead()->raw, ["\r\n" => "\n"]);
$half->expectEof();
var_dump($half->reset, $silent->readAll(), $silent->reset);
$open->text('still open')->expectText('still open');

/* Byte by byte does not help. */
$slow = new WsClient($server->port);
$line = "GET / HTTP/1.1\r\nX: ";
try {
    for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end; usleep(20000)) {
        $slow->write($line);
        $line = 'x';
    }
    echo "still connected\n";
} catch (WsClientException) {
    echo "cut off\n";
}

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);', ['ini' => ['wschat.handshake_timeout' => 0.1]]);
var_dump((new WsClient($server->port))->readAll());
?>
--EXPECT--
HTTP/1.1 408 Request Time-out
X-Powered-By: Ratchet/0.4.4

bool(false)
string(0) ""
bool(false)
cut off
string(0) ""
