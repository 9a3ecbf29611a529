--TEST--
Handshake: a refused client that does not close is cut off after close_timeout
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code("serve(new Ratchet\Server\EchoServer, ['options' => ['close_timeout' => 1]]);");
$client = new WsClient($server->port);
echo $client->request("GET / HTTP/1.0\r\n\r\n")->line, "\n";
/* It reads on for a while; once it has closed, what we send is answered with a reset, and writing fails. */
try {
    for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end; usleep(10000)) {
        $client->write('x');
    }
    echo "still connected\n";
} catch (WsClientException $e) {
    echo "cut off\n";
}
?>
--EXPECT--
HTTP/1.1 505 HTTP Version not supported
cut off
