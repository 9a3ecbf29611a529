--TEST--
Connection: write() says stop at 65536 queued bytes, drain says go on, nothing is lost or sent before the loop says so
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

final class Text
{
    public function __construct(private $c, private string $text) {}
    public function __toString(): string { if ($this->text === 'close') { $this->c->close(); } return $this->text; }
}

$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$server->on('connection', function ($c) use (&$client, $server) {
    var_dump($c->write(str_repeat('a', 65535)), $c->write(''), $c->write('b'), $c->write('c'));
    var_dump($client->got);
    $drains = 0;
    $sent = 65537;
    tell($c, 'server', 'error', 'close');
    $c->on('drain', function () use ($c, &$drains, &$sent, $server) {
        if (++$drains === 1) {
            echo "drain\n";
        }
        if ($sent < 5000000) {
            while ($c->write(str_repeat('d', 100000)) && $sent < 5000000);
            $sent += 100000;
        } else {
            var_dump($c->write(12), $c->write(null), $c->write(1.5), $c->write(true), $c->write(new Text($c, 'text')));
            var_dump(@$c->write(['x']));
            $c->end(' end');
            $server->close();
        }
    });
});
$client = new Client($loop, $server->getAddress());
run($loop);
var_dump(strlen($client->got), substr($client->got, 65534, 4), substr($client->got, -20));

echo "closed by what is written\n";
$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$server->on('connection', function ($c) use ($server) {
    tell($c, 'server', 'error', 'close');
    var_dump($c->write(new Text($c, 'close')), $c->isWritable());
    $server->close();
});
$client = new Client($loop, $server->getAddress());
run($loop);

echo "a peer that is gone\n";
$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
$server->on('connection', function ($c) use ($server, $loop, &$client) {
    tell($c, 'server', 'close');
    $c->on('error', function ($e) { echo get_class($e), ': ', preg_replace('/\d+ bytes/', 'N bytes', $e->getMessage()), "\n"; });
    $c->pause();
    $c->write(str_repeat('x', 10000000));
    $server->close();
    $loop->addTimer(0.01, fn() => $client->close());
});
$client = (new Client($loop, $server->getAddress()))->pause();
run($loop);
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
bool(false)
string(0) ""
drain
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
server close
int(5065556)
string(4) "abcd"
string(20) "d121.51textArray end"
closed by what is written
server close
bool(false)
bool(false)
a peer that is gone
RuntimeException: Unable to write to stream: fwrite(): Send of N bytes failed with errno=104 Connection reset by peer
server close
