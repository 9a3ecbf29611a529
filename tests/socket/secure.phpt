--TEST--
SecureServer: TLS as PHP's streams do it, failed handshakes as error events, what others throw in the log
--EXTENSIONS--
wschat
openssl
--INI--
log_errors=1
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_ipv6(); ?>
--FILE--
<?php
require __DIR__ . '/socket.inc';

ini_set('error_log', $log = __DIR__ . '/socket_' . getmypid() . '.log');
$loop = loop();
$certificate = certificate(__DIR__);
$tls = ['local_cert' => $certificate];
$make = [
    'SecureServer' => fn() => new React\Socket\SecureServer(new React\Socket\TcpServer(0, $loop), $loop, $tls),
    'Server' => fn() => new React\Socket\Server('tls://127.0.0.1:0', $loop, ['tls' => $tls]),
    'SocketServer' => fn() => new React\Socket\SocketServer('tls://[::1]:0', ['tls' => $tls], $loop),
];
foreach ($make as $name => $new) {
    $server = server($new());
    echo "$name ", portless($server->getAddress()), "\n";
    tell($server, ' ', 'error');
    $server->on('connection', function ($c) use ($server) {
        echo '  connection ', portless($c->getRemoteAddress()), ' ', portless($c->getLocalAddress()), "\n";
        var_dump($c->encryptionEnabled);
        tell($c, ' ', 'data', 'end', 'error', 'close');
        $c->on('data', function ($data) use ($c) { $c->end("got $data"); });
    });
    $client = new Client($loop, $server->getAddress());
    $client->secure(fn($c) => $c->write('hello'));
    run($loop, fn() => $client->ended);
    var_dump($client->got);
    $server->close();
    var_dump($server->getAddress());
}

echo "failures\n";
$server = server($make['SecureServer']());
$failures = 0;
tell($server, ' ', 'error');
$server->on('error', function () use (&$failures) { $failures++; });
$server->on('connection', function () { echo "  not reached\n"; });
$plain = (new Client($loop, $server->getAddress()))->write("GET / HTTP/1.0\r\n\r\n");
run($loop, function () use (&$failures) { return $failures === 1; });
$gone = (new Client($loop, $server->getAddress()))->close();
run($loop, function () use (&$failures) { return $failures === 2; });
$server->close();
$bad = server(new React\Socket\SecureServer(new React\Socket\TcpServer(0, $loop), $loop, ['local_cert' => '/nonexistent']));
$bad->on('error', function ($e) use ($bad) { echo '  ', preg_replace('/^.*handshake: /', '', $e->getMessage()), "\n"; $bad->close(); });
$client = (new Client($loop, $bad->getAddress()))->secure(fn() => null);
run($loop, fn() => $client->ended);

echo "connections of other classes\n";
$inner = new class extends Evenement\EventEmitter implements React\Socket\ServerInterface {
    public function getAddress() { return null; }
    public function pause() { echo "  inner pause\n"; }
    public function resume() { echo "  inner resume\n"; }
    public function close() { echo "  inner close\n"; }
};
$other = new class extends Evenement\EventEmitter implements React\Socket\ConnectionInterface {
    public function isReadable() { return true; }
    public function isWritable() { return true; }
    public function pause() {}
    public function resume() {}
    public function pipe(React\Stream\WritableStreamInterface $dest, array $options = array()) { return $dest; }
    public function write($data) { return true; }
    public function end($data = null) {}
    public function close() { echo "  closed\n"; }
    public function getRemoteAddress() { return null; }
    public function getLocalAddress() { return null; }
};
$server = new React\Socket\SecureServer($inner, $loop);
tell($server, ' ', 'error');
$inner->emit('connection', [$other]);
$inner->emit('error', [new RuntimeException('passed on')]);
$server->pause();
$server->resume();
$server->close();
var_dump($server->getAddress());

echo "exceptions in listeners\n";
$server = server($make['SecureServer']());
$server->on('connection', function ($c) { $c->end('bye'); throw new RuntimeException('thrown by a listener'); });
$server->on('error', function ($e) { throw new LogicException('thrown by another'); });
$client = (new Client($loop, $server->getAddress()))->secure(fn() => null);
run($loop, fn() => $client->ended);
var_dump($client->got);
$plain = (new Client($loop, $server->getAddress()))->write("GET / HTTP/1.0\r\n\r\n");
run($loop, function () use ($log) { return substr_count((string) @file_get_contents($log), 'Unhandled') === 2; });
$server->close();
preg_match_all('/\S+: thrown by [a-z ]+(?= in )/', file_get_contents($log), $found);
print_r($found[0]);
unlink($log);
?>
--EXPECTF--
SecureServer tls://127.0.0.1:PORT
  connection tls://127.0.0.1:PORT tls://127.0.0.1:PORT
bool(true)
  data 'hello'
  close
string(9) "got hello"
NULL
Server tls://127.0.0.1:PORT
  connection tls://127.0.0.1:PORT tls://127.0.0.1:PORT
bool(true)
  data 'hello'
  close
string(9) "got hello"
NULL
SocketServer tls://[::1]:PORT
  connection tls://[::1]:PORT tls://[::1]:PORT
bool(true)
  data 'hello'
  close
string(9) "got hello"
NULL
failures
  error RuntimeException 0: Connection from tcp://127.0.0.1:PORT failed during TLS handshake: SSL operation failed with code 1. OpenSSL Error messages: error:0A00009C:SSL routines::http request
  error RuntimeException 104: Connection from tcp://127.0.0.1:PORT failed during TLS handshake: Connection lost during TLS handshake (ECONNRESET)
  %s
connections of other classes
  error UnexpectedValueException 0: Base server does not use internal Connection class exposing stream resource
  closed
  error RuntimeException 0: passed on
  inner pause
  inner resume
  inner close
NULL
exceptions in listeners
string(3) "bye"
Array
(
    [0] => RuntimeException: thrown by a listener
    [1] => LogicException: thrown by another
)
