--TEST--
Close: a client that reads slowly, but reads, gets everything before our Close, however long that takes
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    class App extends Ratchet\Server\EchoServer
    {
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            $from->send(str_repeat("x", 24 << 20));
            $from->close(4000);
        }
    }
    serve(new App, ["options" => ["close_timeout" => 1, "max_queued_bytes" => 64 << 20]]);
');
$socket = stream_socket_client("tcp://127.0.0.1:$server->port");
fwrite($socket, "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
while (trim(fgets($socket)) !== '') {
}
fwrite($socket, WsClient::frame(WsClient::TEXT, 'go', ['key' => 'abcd']));
$bytes = 0;
$tail = '';
for ($slow = 12; !feof($socket); $slow--) {
    if ($slow > 0) {
        usleep(300000); /* three times the deadline in all */
    }
    for ($piece = 0; $piece < 1 << 20 && !feof($socket); $piece += strlen($read)) {
        $read = (string) fread($socket, 65536);
        $bytes += strlen($read);
        $tail = substr($tail . $read, -4);
        if ($bytes >= (24 << 20) + 10 + 4) {
            break 2;
        }
    }
}
echo $bytes - (24 << 20), ' ', bin2hex($tail), "\n";
?>
--EXPECT--
14 88020fa0
