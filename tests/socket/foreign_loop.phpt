--TEST--
Servers and connections on a loop written in PHP: which of its methods are called, and when
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$loop = new ForeignLoop;
$loop->keep = true;
$calls = function (string $what) use ($loop) {
    echo "$what: ", implode(' ', $loop->calls), "\n";
    $loop->calls = [];
};
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$calls('new server');
$server->pause();
$server->pause();
$calls('pause');
$server->resume();
$server->resume();
$calls('resume');
$server->on('connection', function ($c) use (&$connection, $calls) {
    $calls('new connection');
    $connection = $c;
    $c->write('');
    $calls('nothing to write');
    $c->write('a');
    $c->write('b');
    $calls('write');
    $c->pause();
    $c->pause();
    $calls('pause');
    $c->resume();
    $c->resume();
    $calls('resume');
});
$client = stream_socket_client($server->getAddress());
$calls('client');
run($loop, function () use (&$connection) { return (bool) $connection; });
var_dump(fread($client, 100));
$calls('written');
$connection->write('c');
$connection->close();
$calls('close');
$server->close();
$calls('server closed');
var_dump(fread($client, 100));
run($loop);
?>
--EXPECT--
new server: addReadStream
pause: removeReadStream
resume: addReadStream
client: 
new connection: addReadStream
nothing to write: 
write: addWriteStream
pause: removeReadStream
resume: addReadStream
string(2) "ab"
written: removeWriteStream
close: addWriteStream removeReadStream removeWriteStream
server closed: removeReadStream
string(0) ""
