--TEST--
UnixServer and FdServer: paths as addresses, a descriptor that was there before
--EXTENSIONS--
wschat
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_ipv6(); ?>
--FILE--
<?php
require __DIR__ . '/socket.inc';

$path = __DIR__ . '/socket_' . getmypid() . '.sock';
foreach ([$path, "unix://$path", 'SocketServer'] as $uri) {
    $loop = loop();
    $server = server($uri === 'SocketServer' ? new React\Socket\SocketServer("unix://$path", [], $loop)
        : new React\Socket\UnixServer($uri, $loop));
    var_dump($server->getAddress() === "unix://$path");
    $server->on('connection', function ($c) use ($server, $path) {
        var_dump($c->unix, $c->getRemoteAddress(), $c->getLocalAddress() === "unix://$path");
        $c->end('hello');
        $server->close();
    });
    $client = new Client($loop, "unix://$path");
    run($loop);
    var_dump($client->got, file_exists($path));
    unlink($path);
}

echo "descriptors\n";
foreach (['tcp://127.0.0.1:0', 'tcp://[::1]:0', "unix://$path"] as $uri) {
    $loop = loop();
    $listening = stream_socket_server($uri);
    /* The number is known to nobody; the highest socket of ours it is. */
    $fd = max(array_filter(scandir('/proc/self/fd'), fn($n) => str_starts_with((string) @readlink("/proc/self/fd/$n"), 'socket:')));
    $server = server($uri[0] === 't' ? new React\Socket\FdServer((int) $fd, $loop)
        : new React\Socket\SocketServer("php://fd/$fd", [], $loop));
    echo str_replace($path, 'PATH', portless($server->getAddress())), "\n";
    $server->on('connection', function ($c) use ($server, $path) {
        echo str_replace($path, 'PATH', var_export(portless($c->getLocalAddress()), true)), ' ',
            str_replace($path, 'PATH', var_export(portless($c->getRemoteAddress()), true)), "\n";
        $c->end('hello');
        $server->close();
    });
    $client = new Client($loop, $uri[0] === 't' ? $server->getAddress() : $uri);
    run($loop);
    var_dump($client->got);
    fclose($listening);
}
unlink($path);
?>
--EXPECT--
bool(true)
bool(true)
NULL
bool(true)
string(5) "hello"
bool(true)
bool(true)
bool(true)
NULL
bool(true)
string(5) "hello"
bool(true)
bool(true)
bool(true)
NULL
bool(true)
string(5) "hello"
bool(true)
descriptors
tcp://127.0.0.1:PORT
'tcp://127.0.0.1:PORT' 'tcp://127.0.0.1:PORT'
string(5) "hello"
tcp://[::1]:PORT
'tcp://[::1]:PORT' 'tcp://[::1]:PORT'
string(5) "hello"
unix://PATH
'unix://PATH' NULL
string(5) "hello"
