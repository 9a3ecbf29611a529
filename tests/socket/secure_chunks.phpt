--TEST--
TLS: nothing stays behind in OpenSSL or in PHP, however a connection is paused and whatever the sizes are
--EXTENSIONS--
wschat
openssl
sockets
--FILE--
<?php
require __DIR__ . '/socket.inc';

$deaf = new ForeignLoop;
$deaf->deaf = true;
foreach ([loop(), new ForeignLoop, $deaf] as $loop) {
    $server = server(new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => certificate(__DIR__)]], $loop));
    $hash = hash_init('sha1');
    $total = 0;
    $largest = 0;
    $server->on('connection', function ($c) use (&$hash, &$total, &$largest, $loop, $server) {
        $c->on('data', function ($data) use ($c, &$hash, &$total, &$largest, $loop, $server) {
            hash_update($hash, $data);
            $total += strlen($data);
            $largest = max($largest, strlen($data));
            if ($total >= 1000001) {
                $c->end(str_repeat('back', 200000));
                $server->close();
                return;
            }
            $c->pause();
            $loop->futureTick([$c, 'resume']);
        });
    });
    $sent = substr(str_repeat(implode('', array_map('chr', range(0, 250))), 4000), 0, 1000001);
    $client = new Client($loop, $server->getAddress());
    $client->secure(function ($c) use ($sent) { $c->write($sent); });
    run($loop);
    var_dump($total, hash_final($hash) === sha1($sent), $largest <= 65536 + 16384, strlen($client->got));
}

/* The last five bytes are in OpenSSL when 65536 have been read, and the kernel has none. */
foreach (['goes on', 'is paused'] as $what) {
    $loop = new ForeignLoop;
    $loop->deaf = true;
    $server = server(new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => certificate(__DIR__)]], $loop));
    $connection = null;
    $got = 0;
    $server->on('connection', function ($c) use (&$connection, &$got) {
        $connection = $c;
        $c->on('data', function ($data) use (&$got) { $got += strlen($data); });
    });
    $client = new Client($loop, $server->getAddress());
    /* So that the kernel's own buffer has grown and takes all of what follows. */
    $client->secure(function ($c) { $c->write(str_repeat('x', 3000000)); });
    run($loop, function () use (&$got) { return $got === 3000000; });
    $connection->pause();
    $client->write('first');
    run($loop, fn() => $client->idle());
    $client->write(str_repeat('x', 65536));
    run($loop, fn() => $client->idle());
    $connection->on('data', function ($data) use ($connection, $what, $loop, &$got, $client, $server) {
        if ($what === 'is paused') {
            $connection->pause();
            $loop->addTimer(0.001, [$connection, 'resume']);
        }
        if ($got === 3065541) {
            $client->close();
            $server->close();
        }
    });
    $connection->resume();
    run($loop);
    echo "$what: $got\n";
}
?>
--EXPECT--
int(1000001)
bool(true)
bool(true)
int(800000)
int(1000001)
bool(true)
bool(true)
int(800000)
int(1000001)
bool(true)
bool(true)
int(800000)
goes on: 3065541
is paused: 3065541
