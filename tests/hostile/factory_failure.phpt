--TEST--
IoServer::factory() that cannot listen throws again and again, whatever becomes of its result
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

class Refusing extends IoServer
{
    public function __construct($app, $socket, $loop = null)
    {
        throw new Exception('refused by the constructor');
    }
}
final class Text { public function __toString(): string { throw new Exception('no text'); } }

$io = IoServer::factory(new EchoServer, 0, '127.0.0.1');
$port = parse_url($io->socket->getAddress(), PHP_URL_PORT);
$calls = [
    fn() => IoServer::factory(new EchoServer, $port, '127.0.0.1'),
    fn() => IoServer::factory(new EchoServer, 99999, '127.0.0.1'),
    fn() => IoServer::factory(new EchoServer, 0, 'no address'),
    fn() => IoServer::factory(new EchoServer, 0, new Text),
    fn() => IoServer::factory(new Ratchet\WebSocket\WsServer(new EchoServer), 0, '127.0.0.1'),
    fn() => Refusing::factory(new EchoServer, 0, '127.0.0.1'),
];
foreach ($calls as $call) {
    for ($i = 0; $i < 3; $i++) {
        try {
            $call();
        } catch (Throwable $e) {
        }
    }
    echo get_class($e), "\n";
}
/* The result is not used, is a part of something larger, is assigned over an old one. */
for ($i = 0; $i < 3; $i++) {
    try {
        IoServer::factory(new EchoServer, $port, '127.0.0.1');
    } catch (RuntimeException) {
    }
    try {
        $list = ['a' . $i, IoServer::factory(new EchoServer, $port, '127.0.0.1')];
    } catch (RuntimeException) {
    }
    try {
        $io = IoServer::factory(new EchoServer, $port, '127.0.0.1');
    } catch (RuntimeException) {
    }
    try {
        IoServer::factory(new EchoServer, $port, '127.0.0.1')->run();
    } catch (RuntimeException) {
    }
}
var_dump(isset($list), $io::class);
?>
--EXPECT--
RuntimeException
InvalidArgumentException
InvalidArgumentException
Exception
LogicException
Exception
bool(false)
string(23) "Ratchet\Server\IoServer"
