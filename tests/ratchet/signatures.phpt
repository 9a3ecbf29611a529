--TEST--
Ratchet: classes, methods, parameters and their types are those of Ratchet (messages are in rfc6455/)
--EXTENSIONS--
wschat
--FILE--
<?php
/* As Reflection shows them on Ratchet 0.4.x; private members are nobody's business. pause(), resume(),
   sendBinary() and sendLatest() of connections, which are only ever made by the server, are ours. */
$expected = <<<'TEXT'
abstract class Ratchet\AbstractConnectionDecorator implements Ratchet\ConnectionInterface {
    protected $wrappedConn;
    public function __construct(Ratchet\ConnectionInterface $conn);
    protected function getConnection();
    public function __set($name, $value);
    public function __get($name);
    public function __isset($name);
    public function __unset($name);
}
interface Ratchet\ComponentInterface {
    abstract public function onOpen(Ratchet\ConnectionInterface $conn);
    abstract public function onClose(Ratchet\ConnectionInterface $conn);
    abstract public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
}
interface Ratchet\ConnectionInterface {
    abstract public function send($data);
    abstract public function close();
}
class Ratchet\Http\HttpServer implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $_reqParser;
    protected $_httpServer;
    public function __construct(Ratchet\Http\HttpServerInterface $component);
    public function onOpen(Ratchet\ConnectionInterface $conn);
    public function onMessage(Ratchet\ConnectionInterface $from, $msg);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
}
interface Ratchet\Http\HttpServerInterface extends Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    abstract public function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null);
}
interface Ratchet\MessageComponentInterface extends Ratchet\ComponentInterface, Ratchet\MessageInterface {
}
interface Ratchet\MessageInterface {
    abstract public function onMessage(Ratchet\ConnectionInterface $from, $msg);
}
class Ratchet\Server\EchoServer implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    public function onOpen(Ratchet\ConnectionInterface $conn);
    public function onMessage(Ratchet\ConnectionInterface $from, $msg);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
}
class Ratchet\Server\IoConnection implements Ratchet\ConnectionInterface {
    protected $conn;
    public function __construct(React\Socket\ConnectionInterface $conn);
    public function send($data);
    public function close();
    public function pause();
    public function resume();
}
class Ratchet\Server\IoServer {
    public $loop;
    public $app;
    public $socket;
    public function __construct(Ratchet\MessageComponentInterface $app, React\Socket\ServerInterface $socket, $loop = null);
    public static function factory(Ratchet\MessageComponentInterface $component, $port = 80, $address = '0.0.0.0');
    public function run();
    public function handleConnect(React\Socket\ConnectionInterface $conn);
    public function handleData($data, $conn);
    public function handleEnd($conn);
    public function handleError(Exception $e, $conn);
}
interface Ratchet\WebSocket\MessageCallableInterface {
    abstract public function onMessage(Ratchet\ConnectionInterface $conn, Ratchet\RFC6455\Messaging\MessageInterface $msg);
}
interface Ratchet\WebSocket\MessageComponentInterface extends Ratchet\ComponentInterface, Ratchet\WebSocket\MessageCallableInterface {
}
class Ratchet\WebSocket\WsConnection extends Ratchet\AbstractConnectionDecorator implements Ratchet\ConnectionInterface {
    public function send($msg);
    public function sendBinary(string $data);
    public function close($code = 1000);
    public function sendLatest($msg, string $key);
    public function pause();
    public function resume();
}
class Ratchet\WebSocket\WsServer implements Ratchet\ComponentInterface, Ratchet\Http\HttpServerInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $connections;
    public function __construct(Ratchet\ComponentInterface $component);
    public function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null);
    public function onMessage(Ratchet\ConnectionInterface $from, $msg);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
    public function onControlFrame(Ratchet\RFC6455\Messaging\FrameInterface $frame, Ratchet\WebSocket\WsConnection $conn);
    public function setStrictSubProtocolCheck($enable);
    public function enableKeepAlive(React\EventLoop\LoopInterface $loop, $interval = 30);
}
interface Ratchet\WebSocket\WsServerInterface {
    abstract public function getSubProtocols();
}
interface React\EventLoop\LoopInterface {
    abstract public function addReadStream($stream, $listener);
    abstract public function addWriteStream($stream, $listener);
    abstract public function removeReadStream($stream);
    abstract public function removeWriteStream($stream);
    abstract public function addTimer($interval, $callback);
    abstract public function addPeriodicTimer($interval, $callback);
    abstract public function cancelTimer(React\EventLoop\TimerInterface $timer);
    abstract public function futureTick($listener);
    abstract public function addSignal($signal, $listener);
    abstract public function removeSignal($signal, $listener);
    abstract public function run();
    abstract public function stop();
}
interface React\EventLoop\TimerInterface {
    abstract public function getInterval();
    abstract public function getCallback();
    abstract public function isPeriodic();
}
TEXT;

function describe(ReflectionClass $class): string
{
    $interfaces = $class->getInterfaceNames();
    sort($interfaces);
    $parent = $class->getParentClass();
    $modifiers = $class->isInterface() ? '' : implode(' ', Reflection::getModifierNames($class->getModifiers()));
    $text = ltrim("$modifiers ") . ($class->isInterface() ? 'interface ' : 'class ') . $class->name
        . ($parent ? " extends {$parent->name}" : '')
        . ($interfaces ? ($class->isInterface() ? ' extends ' : ' implements ') . implode(', ', $interfaces) : '') . " {\n";
    foreach ($class->getReflectionConstants() as $constant) {
        $text .= "    const {$constant->name}\n";
    }
    foreach ($class->getProperties() as $property) {
        if ($property->class === $class->name && !$property->isPrivate()) {
            $text .= '    ' . implode(' ', Reflection::getModifierNames($property->getModifiers()))
                . ltrim(' ' . $property->getType()) . " \${$property->name};\n";
        }
    }
    foreach ($class->getMethods() as $method) {
        if ($method->class !== $class->name || $method->isPrivate()) {
            continue;
        }
        $parameters = [];
        foreach ($method->getParameters() as $parameter) {
            $parameters[] = ltrim($parameter->getType() . ' ') . ($parameter->isPassedByReference() ? '&' : '')
                . ($parameter->isVariadic() ? '...' : '') . '$' . $parameter->name
                . ($parameter->isDefaultValueAvailable()
                    ? ' = ' . strtr(var_export($parameter->getDefaultValue(), true), ['NULL' => 'null']) : '');
        }
        $text .= '    ' . implode(' ', Reflection::getModifierNames($method->getModifiers())) . " function {$method->name}("
            . implode(', ', $parameters) . ')' . ($method->hasReturnType() ? ": {$method->getReturnType()}" : '')
            . ($method->hasTentativeReturnType() ? ": tentative {$method->getTentativeReturnType()}" : '') . ";\n";
    }
    return "$text}\n";
}

preg_match_all('/(?:class|interface) (\S+) .*?^}\n?/ms', $expected, $blocks, PREG_SET_ORDER);
foreach ($blocks as [$block, $name]) {
    if (!class_exists($name, false) && !interface_exists($name, false)) {
        echo "- $name\n";
        continue;
    }
    $is = explode("\n", trim(preg_replace('/^abstract (?=class)/', '', describe(new ReflectionClass($name)))));
    $shall = explode("\n", trim($block));
    foreach (array_diff($shall, $is) as $line) {
        echo "- $line\n";
    }
    foreach (array_diff($is, $shall) as $line) {
        echo "+ $line\n";
    }
}
var_dump(count($blocks), (new ReflectionClass('Ratchet\AbstractConnectionDecorator'))->isAbstract(),
    count((new ReflectionClass('Ratchet\Server\IoConnection'))->getAttributes('AllowDynamicProperties'))
        === (PHP_VERSION_ID < 80200 ? 0 : 1));
?>
--EXPECT--
int(17)
bool(true)
bool(true)
