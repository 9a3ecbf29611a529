--TEST--
Broadcast: 1,000 connections at once, each gets every message
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_descriptors(1024);
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* stream_select() here takes descriptors below 1024. The child's soft limit is too low: the server raises it. */
$server = TestServer::code(
    'if (function_exists("posix_setrlimit")) {
        posix_setrlimit(POSIX_RLIMIT_NOFILE, 256, (int) posix_getrlimit()["hard openfiles"]);
    }
    require ' . var_export(__DIR__ . '/app.inc', true) . '; serve(new Broadcast);',
    ['watchdog' => 120]
);
$clients = [];
for ($i = 0; $i < 1000; $i++) {
    $clients[] = $client = new WsClient($server->port);
    $client->write(WsClient::upgradeHead());
}
foreach ($clients as $client) {
    if ($client->readHead()->status !== 101) {
        echo "refused\n";
    }
}
$clients[0]->text('count')->expectText('1000');
foreach ([0 => 'first', 500 => 'second', 999 => str_repeat('third ', 1000)] as $from => $text) {
    $clients[$from]->text($text);
    foreach ($clients as $client) {
        $client->expectText($text);
    }
}
/* Half of them leave. */
for ($i = 0; $i < 500; $i++) {
    $clients[$i]->close(1000)->expectClose(1000)->expectEof();
}
$clients[999]->text('count')->expectText('500');
$clients[999]->text('fewer');
for ($i = 500; $i < 1000; $i++) {
    $clients[$i]->expectText('fewer');
}
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
