--TEST--
Descriptors: a program that outlives the server holds neither its port nor its connections
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        private $process;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $this->process = proc_open('exec sleep 60', [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'],
                ['file', '/dev/null', 'w']], $pipes);
            $conn->send((string) proc_get_status($this->process)['pid']);
        }
    });
    PHP);
$client = WsClient::connect($server->port)->text('start a program');
$pid = (int) $client->readMessage();
try {
    $server->stop();
    $client->expectEof(); /* its connection is closed ... */
    $again = stream_socket_server("tcp://127.0.0.1:{$server->port}", $errno, $error); /* ... and its port is free */
    var_dump($error, is_dir("/proc/$pid"));
} finally {
    exec("kill $pid");
}
?>
--EXPECT--
string(0) ""
bool(true)
