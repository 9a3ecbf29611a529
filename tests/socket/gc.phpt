--TEST--
Connections and servers go with their last reference or with the collector, and close their descriptors
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

function descriptors(): int
{
    return count(scandir('/proc/self/fd'));
}

$loop = loop();
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
(new React\Socket\Connection($a, $loop))->close(); /* what is opened once is opened now */
fclose($b);
$warm = new React\Socket\TcpServer(0, $loop);
$warm->close();
unset($a, $b, $warm);
$before = descriptors();

for ($i = 0; $i < 3; $i++) {
    [$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $c = new React\Socket\Connection($a, $loop);
    $c->pause();
    $c->on('data', function () use ($c) {});
    $c->on('close', fn() => print("not closed by anybody\n"));
    $gone = WeakReference::create($c);
    unset($a, $b, $c);
    gc_collect_cycles();
    var_dump($gone->get());
}
foreach (['TcpServer', 'Server', 'SocketServer', 'SecureServer', 'LimitingServer'] as $name) {
    $class = "React\\Socket\\$name";
    $server = match ($name) {
        'SecureServer' => new $class(new React\Socket\TcpServer(0, $loop), $loop),
        'LimitingServer' => new $class(new React\Socket\TcpServer(0, $loop), 1),
        'SocketServer' => new $class('127.0.0.1:0', [], $loop),
        default => new $class(0, $loop),
    };
    $server->pause();
    $server->on('connection', function () use ($server) {});
    $gone = WeakReference::create($server);
    unset($server);
    gc_collect_cycles();
    var_dump($gone->get());
}

/* Both sides of pipe(), and a handshake that never ends. */
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$one = new React\Socket\Connection($a, $loop);
$two = new React\Socket\Connection($b, $loop);
$one->pipe($two)->pipe($one);
$one->pause();
$two->pause();
$gone = [WeakReference::create($one), WeakReference::create($two)];
unset($one, $two, $a, $b);
gc_collect_cycles();
var_dump($gone[0]->get(), $gone[1]->get());

$e = new Evenement\EventEmitter;
$e->on('x', function () use ($e) {});
$e->once('x', [$e, 'listeners']);
$gone = WeakReference::create($e);
unset($e);
gc_collect_cycles();
var_dump($gone->get(), descriptors() - $before);

/* Watched, it lives by the loop. */
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$c = new React\Socket\Connection($a, $loop);
$c->on('data', function ($data) use ($loop) { echo "$data\n"; $loop->stop(); });
$kept = WeakReference::create($c);
unset($a, $c);
gc_collect_cycles();
var_dump($kept->get() !== null);
fwrite($b, 'kept by the loop');
$loop->run();
?>
--EXPECT--
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
NULL
int(0)
bool(true)
kept by the loop
