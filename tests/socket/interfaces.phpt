--TEST--
Evenement, React\Stream, React\Socket: interfaces are there at compile time, and classes of packages implement them
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

/* As an installed Evenement 2 and 3 and react/socket declare them. */
trait Emitter2
{
    public function on($event, callable $listener) { return $this; }
    public function once($event, callable $listener) {}
    public function removeListener($event, callable $listener) {}
    public function removeAllListeners($event = null) {}
    public function listeners($event) { return []; }
    public function emit($event, array $arguments = []) {}
}
trait Emitter3
{
    public function on($event, callable $listener) { return $this; }
    public function once($event, callable $listener) { return $this; }
    public function removeListener($event, callable $listener) {}
    public function removeAllListeners($event = null) {}
    public function listeners($event = null): array { return []; }
    public function emit($event, array $arguments = []) {}
}
class ServerOn2 implements React\Socket\ServerInterface
{
    use Emitter2;
    public function getAddress() { return 'tcp://127.0.0.1:1'; }
    public function pause() {}
    public function resume() {}
    public function close() {}
}
class ConnectionOn3 implements React\Socket\ConnectionInterface
{
    use Emitter3;
    public function isReadable() { return true; }
    public function isWritable() { return true; }
    public function pause() {}
    public function resume() {}
    public function pipe(React\Stream\WritableStreamInterface $dest, array $options = array()) { return $dest; }
    public function write($data) { return true; }
    public function end($data = null) {}
    public function close() {}
    public function getRemoteAddress() { return null; }
    public function getLocalAddress() { return null; }
}

function implemented(string|object $class): string
{
    $names = array_values(class_implements($class));
    sort($names);
    return implode(' ', $names);
}

echo implemented(new ServerOn2), "\n", implemented(new ConnectionOn3), "\n";
foreach (['Connection', 'TcpServer', 'UnixServer', 'FdServer', 'Server', 'SocketServer', 'SecureServer', 'LimitingServer'] as $name) {
    $class = new ReflectionClass("React\\Socket\\$name");
    echo $name, $class->isFinal() ? ' final ' : ' ', $class->getParentClass()->getShortName(), ' ',
        $class->implementsInterface('React\Socket\ConnectionInterface') ? 'connection' : '',
        $class->implementsInterface('React\Socket\ServerInterface') ? 'server' : '', "\n";
    foreach ($class->getMethods() as $method) {
        if ($method->class !== $class->name || $method->isPrivate()) {
            continue;
        }
        $parameters = array_map(fn($p) => ltrim($p->getType() . ' $') . $p->name . ($p->isOptional()
            ? ' = ' . strtr(json_encode($p->getDefaultValue()), ['"' => "'"]) : ''), $method->getParameters());
        echo $method->isStatic() ? '  static ' : '  ', $method->name, '(', implode(', ', $parameters), ")\n";
    }
}
var_dump((new ReflectionClass('Evenement\EventEmitterTrait'))->isTrait());
/* For React's classes these are new SecureServer(...) and pipe(). */
var_dump((new React\Socket\SecureServer(new ServerOn2, new ForeignLoop))->getAddress());
?>
--EXPECT--
Evenement\EventEmitterInterface React\Socket\ServerInterface
Evenement\EventEmitterInterface React\Socket\ConnectionInterface React\Stream\DuplexStreamInterface React\Stream\ReadableStreamInterface React\Stream\WritableStreamInterface
Connection EventEmitter connection
  __construct($resource, React\EventLoop\LoopInterface $loop)
  isReadable()
  isWritable()
  pause()
  resume()
  pipe(React\Stream\WritableStreamInterface $dest, array $options = [])
  write($data)
  end($data = null)
  close()
  handleClose()
  getRemoteAddress()
  getLocalAddress()
TcpServer final EventEmitter server
  __construct($uri, ?React\EventLoop\LoopInterface $loop = null, array $context = [])
  getAddress()
  pause()
  resume()
  close()
  handleConnection($socket)
UnixServer final EventEmitter server
  __construct($path, ?React\EventLoop\LoopInterface $loop = null, array $context = [])
  getAddress()
  pause()
  resume()
  close()
  handleConnection($socket)
FdServer final EventEmitter server
  __construct($fd, ?React\EventLoop\LoopInterface $loop = null)
  getAddress()
  pause()
  resume()
  close()
  handleConnection($socket)
Server final EventEmitter server
  __construct($uri, ?React\EventLoop\LoopInterface $loop = null, array $context = [])
  getAddress()
  pause()
  resume()
  close()
SocketServer final EventEmitter server
  __construct($uri, array $context = [], ?React\EventLoop\LoopInterface $loop = null)
  getAddress()
  pause()
  resume()
  close()
  static accept($socket)
  static errno($errstr)
  static errconst($errno)
SecureServer final EventEmitter server
  __construct(React\Socket\ServerInterface $tcp, ?React\EventLoop\LoopInterface $loop = null, array $context = [])
  getAddress()
  pause()
  resume()
  close()
  handleConnection(React\Socket\ConnectionInterface $connection)
LimitingServer EventEmitter server
  __construct(React\Socket\ServerInterface $server, $connectionLimit, $pauseOnLimit = false)
  getConnections()
  getAddress()
  pause()
  resume()
  close()
  handleConnection(React\Socket\ConnectionInterface $connection)
  handleDisconnection(React\Socket\ConnectionInterface $connection)
  handleError(Exception $error)
bool(true)
string(17) "tls://127.0.0.1:1"
