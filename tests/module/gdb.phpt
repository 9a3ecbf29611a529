--TEST--
The commands of ext/gdb.py show a server that runs
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_zend_alloc();
skip_unless_gdb();
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$one = WsClient::connect($server->port);
$two = WsClient::connect($server->port);
$one->text('hello')->expectText('hello');
$two->text('hello')->expectText('hello');
$raw = stream_socket_client("tcp://127.0.0.1:$server->port");
fwrite($raw, "GET / HT");
$three = WsClient::connect($server->port); /* behind it: so the server has seen the half request */
$three->text('hello')->expectText('hello');

$commands = '';
foreach (['wschat', 'wschat connections', 'wschat connection 3', 'wschat connection 9', 'wschat what'] as $command) {
    $commands .= ' -ex ' . escapeshellarg($command);
}
$script = escapeshellarg(dirname(__DIR__, 2) . '/ext/gdb.py');
exec("timeout 60 gdb -p $server->pid -batch -nx -iex 'set debuginfod enabled off' -x $script $commands 2>&1", $lines);
$text = implode("\n", $lines);
echo preg_replace(['/^.*?(?=loop: depth)/s', '/0x[0-9a-f]+/', '/fd \d+/', '/127\.0\.0\.1:\d+ +/', '/^ .*\n|^\{.*\n|^\}.*\n|^\[Infer.*/m'],
    ['', 'AT', 'fd N', 'CLIENT ', ''], $text), "\n";
$one->text('still')->expectText('still');
echo "it goes on\n";
?>
--EXPECTF--
loop: depth 1
lists: ready 0, buffered 0, handshakes 0, accepting 0, dirty 0, closing 0, draining 0, dead 0, deferred 0
server AT: 4 connections, 0 bytes queued, %d bytes unfinished
#1      open     fd N    CLIENT 0 queued  opened websocket
#2      open     fd N    CLIENT 0 queued  opened websocket
#3      head     fd N    CLIENT 0 queued  websocket
#4      open     fd N    CLIENT 0 queued  opened websocket
#3      head     fd N    CLIENT 0 queued  websocket
%A
it goes on
