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
/* Until then it is a copy of the server, with all that the server has. */
for ($deadline = hrtime(true) + 10e9; trim((string) @file_get_contents("/proc/$pid/comm")) !== 'sleep';) {
    if (hrtime(true) > $deadline) {
        die("the program did not start\n");
    }
    usleep(1000);
}
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
