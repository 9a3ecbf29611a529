--TEST--
Descriptors: a program that a callback starts has none of the server's
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_procfs(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    /* Those that the test's own parents have left open are not ours. */
    const SELF = '/proc/self/fd/*';
    define('BEFORE', array_map('readlink', array_filter(glob(SELF), 'is_link')));
    function ours(array $links): int { return count(preg_grep('/socket:|eventpoll/', array_diff($links, BEFORE))); }
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->send('the server: ' . ours(array_map('readlink', array_filter(glob(SELF), 'is_link'))));
            $list = 'for f in /proc/$$/fd/*; do readlink $f; done';
            exec($list, $lines);
            $conn->send('exec: ' . ours($lines));
            $process = proc_open($list, [1 => ['pipe', 'w']], $pipes);
            $conn->send('proc_open: ' . ours(explode("\n", stream_get_contents($pipes[1]))));
            proc_close($process);
        }
    });
    PHP);
$other = WsClient::connect($server->port);
$client = WsClient::connect($server->port)->text('go');
preg_match('/\d+/', $client->readMessage(), $match);
echo $match[0] >= 4 ? 'a listener, two connections, an event queue' : $match[0], "\n";
echo $client->readMessage(), "\n", $client->readMessage(), "\n";
?>
--EXPECT--
a listener, two connections, an event queue
exec: 0
proc_open: 0
