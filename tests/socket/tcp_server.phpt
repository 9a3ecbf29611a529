--TEST--
TcpServer and Connection: events, addresses and state from accept to close
--EXTENSIONS--
wschat
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_ipv6(); ?>
--FILE--
<?php
require __DIR__ . '/socket.inc';

foreach (['127.0.0.1:0', 'tcp://[::1]:0', '0'] as $uri) {
    $loop = loop();
    $server = server(new React\Socket\TcpServer($uri, $loop));
    echo portless($server->getAddress()), "\n";
    $server->on('connection', function (React\Socket\ConnectionInterface $c) use ($server) {
        echo 'connection ', portless($c->getRemoteAddress()), ' ', get_debug_type($c->stream), ' ',
            json_encode([$c->unix, $c->encryptionEnabled]), "\n";
        var_dump($c instanceof React\Socket\Connection, $c->getLocalAddress() === $server->getAddress(),
            $c->isReadable(), $c->isWritable());
        $c->on('data', function ($data) use ($c) {
            echo "data $data\n";
            if ($data === 'bye') {
                $c->end('bye too');
                var_dump($c->isReadable(), $c->isWritable(), $c->write('lost'));
            } else {
                var_dump($c->write("$data!"));
            }
        });
        tell($c, ' ', 'end', 'error', 'drain');
        $c->on('close', function () use ($c, $server) {
            echo 'close ', portless($c->getRemoteAddress()), "\n";
            var_dump($c->isReadable(), $c->isWritable(), $c->write('x'), is_resource($c->stream));
            $server->close();
        });
        $GLOBALS['kept'] = $c;
    });
    $client = new Client($loop, $server->getAddress());
    $client->write('hello');
    run($loop, fn() => $client->got === 'hello!');
    $client->write('bye');
    run($loop);
    echo "client got $client->got\n";
    var_dump($server->getAddress(), is_resource($kept->stream), $kept->getRemoteAddress(), $kept->getLocalAddress());
    $kept->close();
    $kept->end('x');
    $kept->pause();
    $kept->resume();
    var_dump($kept->listeners());
}
?>
--EXPECT--
tcp://127.0.0.1:PORT
connection tcp://127.0.0.1:PORT resource (stream) [false,false]
bool(true)
bool(true)
bool(true)
bool(true)
data hello
bool(true)
data bye
bool(false)
bool(false)
bool(false)
close tcp://127.0.0.1:PORT
bool(false)
bool(false)
bool(false)
bool(true)
client got hello!bye too
NULL
bool(false)
NULL
NULL
array(0) {
}
tcp://[::1]:PORT
connection tcp://[::1]:PORT resource (stream) [false,false]
bool(true)
bool(true)
bool(true)
bool(true)
data hello
bool(true)
data bye
bool(false)
bool(false)
bool(false)
close tcp://[::1]:PORT
bool(false)
bool(false)
bool(false)
bool(true)
client got hello!bye too
NULL
bool(false)
NULL
NULL
array(0) {
}
tcp://127.0.0.1:PORT
connection tcp://127.0.0.1:PORT resource (stream) [false,false]
bool(true)
bool(true)
bool(true)
bool(true)
data hello
bool(true)
data bye
bool(false)
bool(false)
bool(false)
close tcp://127.0.0.1:PORT
bool(false)
bool(false)
bool(false)
bool(true)
client got hello!bye too
NULL
bool(false)
NULL
NULL
array(0) {
}
