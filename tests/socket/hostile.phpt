--TEST--
Sockets in the hands of scripts that do everything: constructors skipped or called twice, listeners that close, run and replace
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

final class Bare extends React\Socket\Connection
{
    public function __construct() {}
}
final class BareLimit extends React\Socket\LimitingServer
{
    public function __construct() {}
}
$bare = new Bare;
tell($bare, 'bare', 'close', 'end');
var_dump($bare->isReadable(), $bare->isWritable(), $bare->write('x'), $bare->getRemoteAddress(), $bare->getLocalAddress());
$bare->end('x');
$bare->pause();
$bare->resume();
$bare->handleClose();
$bare->close();
var_dump($bare->pipe($bare) === $bare);
$limit = new BareLimit;
var_dump($limit->getAddress(), $limit->getConnections());
$limit->pause();
$limit->resume();
$limit->close();

$loop = loop();
foreach ([
    'constructor again' => function ($c) use ($loop) { $c->__construct($c->stream, $loop); },
    'clone' => function ($c) { clone $c; },
    'serialize' => function ($c) { serialize($c); },
    'no stream' => function ($c) use ($loop) { new React\Socket\Connection(null, $loop); },
    'no loop' => function ($c) { new React\Socket\Connection($c->stream, new stdClass); },
] as $what => $try) {
    [$ours, $other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $c = new React\Socket\Connection($ours, $loop);
    try {
        $try($c);
        echo "$what: fine\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), ' ', $e->getMessage(), "\n";
    }
    $c->close();
}

/* Both ends of a pair of sockets on the loop; the second is the test's. */
function pair(React\EventLoop\LoopInterface $loop, string $class = 'React\Socket\Connection'): array
{
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    stream_set_blocking($theirs, false);
    $c = new $class($ours, $loop);
    Sockets::$all[] = fn() => $c->isReadable() || $c->isWritable() || is_resource($c->stream);
    return [$c, $theirs];
}

echo "properties\n";
[$c, $peer] = pair($loop);
$c->anything = 'mine';
$c->stream = 'replaced';
$c->unix = 'yes';
$c->encryptionEnabled = new ArrayObject;
var_dump($c->anything, $c->getRemoteAddress());
$c->unix = false;
var_dump($c->getLocalAddress());
fwrite($peer, 'data');
tell($c, 'c', 'data', 'close');
$c->on('data', fn() => $c->close());
run($loop);

echo "run() in a listener\n";
[$c, $peer] = pair($loop);
[$inner, $inner_peer] = pair($loop);
$inner->on('data', function ($data) use ($inner) { echo "inner $data\n"; $inner->close(); });
$c->on('data', function ($data) use ($c, $loop, $inner_peer, $inner) {
    echo "outer $data\n";
    fwrite($inner_peer, 'nested');
    run($loop, fn() => !$inner->isReadable());
    echo "back\n";
    $c->close();
});
fwrite($peer, 'data');
run($loop);

echo "all listeners go while one runs\n";
[$c, $peer] = pair($loop);
$c->on('data', function ($data) use (&$c) { $c->removeAllListeners(); $c->close(); $c = null; gc_collect_cycles(); echo "still here\n"; });
$c->on('data', function () { echo "called all the same\n"; });
fwrite($peer, 'data');
run($loop);

echo "a child in PHP\n";
class Loud extends React\Socket\Connection
{
    public function close() { echo "close()\n"; parent::close(); }
    public function emit($event, array $arguments = []) { echo "emit($event)\n"; parent::emit($event, $arguments); }
    public function removeAllListeners($event = null) { echo "removeAllListeners()\n"; parent::removeAllListeners($event); }
}
[$c, $peer] = pair($loop, 'Loud');
tell($c, 'listener:', 'data', 'end', 'close');
fwrite($peer, 'data');
stream_socket_shutdown($peer, STREAM_SHUT_WR);
run($loop);

echo "the script's error handler\n";
set_error_handler(function ($level, $text) { echo "seen: $text\n"; return true; });
@trigger_error('before');
[$c, $peer] = pair($loop);
fclose($peer);
$c->pause();
tell($c, 'c', 'close');
$c->on('error', function ($e) { echo preg_replace('/errno=.*/', 'errno=...', $e->getMessage()), "\n"; });
$c->write('nobody reads this');
run($loop);
trigger_error('after');
restore_error_handler();
var_dump(error_reporting() === E_ALL, error_get_last());

echo "a stream in PHP that calls back\n";
final class Reentrant
{
    public static $c;
    public static string $got = '';
    public $context;
    public function stream_open($path, $mode, $options, &$opened) { return true; }
    public function stream_write($data)
    {
        if (self::$got === '') {
            self::$c->write('second');
        }
        self::$got .= $data;
        if (strlen(self::$got) > 10) {
            self::$c->close();
        }
        return strlen($data);
    }
    public function stream_eof() { return false; }
    public function stream_read($count) { return ''; }
    public function stream_set_option($option, $one, $two) { return true; }
    public function stream_close() { echo "stream closed\n"; }
    public function stream_stat() { return []; }
}
stream_wrapper_register('reentrant', 'Reentrant');
$manual = new class implements React\EventLoop\LoopInterface {
    public array $write = [];
    public function addReadStream($stream, $listener) {}
    public function addWriteStream($stream, $listener) { $this->write[] = $listener; }
    public function removeReadStream($stream) {}
    public function removeWriteStream($stream) { $this->write = []; }
    public function addTimer($interval, $callback) {}
    public function addPeriodicTimer($interval, $callback) {}
    public function cancelTimer(React\EventLoop\TimerInterface $timer) {}
    public function futureTick($listener) {}
    public function addSignal($signal, $listener) {}
    public function removeSignal($signal, $listener) {}
    public function run() { while ($this->write) { ($this->write[0])(null); } }
    public function stop() {}
};
Reentrant::$c = new React\Socket\Connection(fopen('reentrant://x', 'r+'), $manual);
Reentrant::$c->write('first');
$manual->run();
var_dump(Reentrant::$got);

echo "loops that throw\n";
$throwing = new class {
    public function make(string $name) {
        return eval('return new class implements React\EventLoop\LoopInterface {' . implode('', array_map(
            fn($m) => "public function {$m->name}(" . implode(', ', array_map(fn($p) => ltrim($p->getType() . " \${$p->name}"), $m->getParameters()))
                . ') {' . ($m->name === $name ? "throw new DomainException('$name');" : '') . '}',
            (new ReflectionClass('React\EventLoop\LoopInterface'))->getMethods())) . '};');
    }
};
foreach (['addReadStream', 'addWriteStream', 'removeReadStream'] as $name) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    try {
        $c = new React\Socket\Connection($ours, $throwing->make($name));
        $c->on('close', fn() => print("close\n"));
        $c->write('x');
        $c->close();
    } catch (DomainException $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        new React\Socket\TcpServer(0, $throwing->make($name));
        echo "listens\n";
    } catch (DomainException $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
NULL
NULL
bool(true)
NULL
array(0) {
}
constructor again: Error WsChat\React\Socket\Connection is constructed already
clone: Error Trying to clone an uncloneable object of class WsChat\React\Socket\Connection
serialize: Exception Serialization of 'WsChat\React\Socket\Connection' is not allowed
no stream: InvalidArgumentException First parameter must be a valid stream resource
no loop: TypeError WsChat\React\Socket\Connection::__construct(): Argument #2 ($loop) must be of type React\EventLoop\LoopInterface, stdClass given
properties
string(4) "mine"
NULL
NULL
c data 'data'
c close
run() in a listener
outer data
inner nested
back
all listeners go while one runs
still here
called all the same
a child in PHP
emit(data)
listener: data 'data'
emit(end)
listener: end
emit(close)
listener: close
close()
removeAllListeners()
the script's error handler
seen: before
Unable to write to stream: fwrite(): Send of 17 bytes failed with errno=...
c close
seen: after
bool(true)
NULL
a stream in PHP that calls back
stream closed
string(11) "firstsecond"
loops that throw
addReadStream
addReadStream
addWriteStream
listens
removeReadStream
listens
