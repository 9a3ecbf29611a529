--TEST--
Ratchet\Wamp: classes, constants, properties and methods are those of Ratchet
--FILE--
<?php
/* As Reflection shows them on Ratchet 0.4.x; private members are nobody's business. */
$expected = <<<'TEXT'
class Ratchet\Wamp\Exception extends Exception implements Stringable, Throwable {
}
class Ratchet\Wamp\JsonException extends Ratchet\Wamp\Exception implements Stringable, Throwable {
    public function __construct();
}
class Ratchet\Wamp\ServerProtocol implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface, Ratchet\WebSocket\WsServerInterface {
    public const MSG_WELCOME = 0;
    public const MSG_PREFIX = 1;
    public const MSG_CALL = 2;
    public const MSG_CALL_RESULT = 3;
    public const MSG_CALL_ERROR = 4;
    public const MSG_SUBSCRIBE = 5;
    public const MSG_UNSUBSCRIBE = 6;
    public const MSG_PUBLISH = 7;
    public const MSG_EVENT = 8;
    protected $_decorating;
    protected $connections;
    public function __construct(Ratchet\Wamp\WampServerInterface $serverComponent);
    public function getSubProtocols();
    public function onOpen(Ratchet\ConnectionInterface $conn);
    public function onMessage(Ratchet\ConnectionInterface $from, $msg);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
}
class Ratchet\Wamp\Topic implements Countable, IteratorAggregate, Stringable, Traversable {
    public function __construct($topicId);
    public function getId();
    public function __toString(): string;
    public function broadcast($msg, array $exclude = [], array $eligible = []);
    public function has(Ratchet\ConnectionInterface $conn);
    public function add(Ratchet\ConnectionInterface $conn);
    public function remove(Ratchet\ConnectionInterface $conn);
    public function getIterator();
    public function count();
}
class Ratchet\Wamp\TopicManager implements Ratchet\ComponentInterface, Ratchet\Wamp\WampServerInterface, Ratchet\WebSocket\WsServerInterface {
    protected $app;
    protected $topicLookup = [];
    public function __construct(Ratchet\Wamp\WampServerInterface $app);
    public function onOpen(Ratchet\ConnectionInterface $conn);
    public function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params);
    public function onSubscribe(Ratchet\ConnectionInterface $conn, $topic);
    public function onUnsubscribe(Ratchet\ConnectionInterface $conn, $topic);
    public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
    public function getSubProtocols();
    protected function getTopic($topic);
    protected function cleanTopic(Ratchet\Wamp\Topic $topic, Ratchet\ConnectionInterface $conn);
}
class Ratchet\Wamp\WampConnection extends Ratchet\AbstractConnectionDecorator implements Ratchet\ConnectionInterface {
    public function __construct(Ratchet\ConnectionInterface $conn);
    public function callResult($id, $data = []);
    public function callError($id, $errorUri, $desc = '', $details = null);
    public function event($topic, $msg);
    public function prefix($curie, $uri);
    public function getUri($uri);
    public function send($data);
    public function close($opt = null);
}
class Ratchet\Wamp\WampServer implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface, Ratchet\WebSocket\WsServerInterface {
    protected $wampProtocol;
    public function __construct(Ratchet\Wamp\WampServerInterface $app);
    public function onOpen(Ratchet\ConnectionInterface $conn);
    public function onMessage(Ratchet\ConnectionInterface $conn, $msg);
    public function onClose(Ratchet\ConnectionInterface $conn);
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e);
    public function getSubProtocols();
}
interface Ratchet\Wamp\WampServerInterface extends Ratchet\ComponentInterface {
    abstract public function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params);
    abstract public function onSubscribe(Ratchet\ConnectionInterface $conn, $topic);
    abstract public function onUnSubscribe(Ratchet\ConnectionInterface $conn, $topic);
    abstract public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible);
}
TEXT;

function literal($value): string
{
    return strtr(var_export($value, true), ['NULL' => 'null', "array (\n)" => '[]']);
}

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
        $text .= '    ' . implode(' ', Reflection::getModifierNames($constant->getModifiers()))
            . " const {$constant->name} = " . literal($constant->getValue()) . ";\n";
    }
    foreach ($class->getProperties() as $property) {
        if ($property->class === $class->name && !$property->isPrivate()) {
            $default = $property->getDefaultValue();
            $text .= '    ' . implode(' ', Reflection::getModifierNames($property->getModifiers()))
                . ltrim(' ' . $property->getType()) . " \${$property->name}"
                . ($default === null ? '' : ' = ' . literal($default)) . ";\n";
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
                . ($parameter->isDefaultValueAvailable() ? ' = ' . literal($parameter->getDefaultValue()) : '');
        }
        $text .= '    ' . implode(' ', Reflection::getModifierNames($method->getModifiers())) . " function {$method->name}("
            . implode(', ', $parameters) . ')' . ($method->hasReturnType() ? ": {$method->getReturnType()}" : '')
            . ($method->hasTentativeReturnType() ? ": tentative {$method->getTentativeReturnType()}" : '') . ";\n";
    }
    return "$text}\n";
}

preg_match_all('/(?:class|interface) (\S+) .*?^}\n?/ms', $expected, $blocks, PREG_SET_ORDER);
foreach ($blocks as [$block, $name]) {
    $class = new ReflectionClass($name);
    if (!$class->isInternal() || $class->isFinal()) {
        echo "$name\n";
    }
    $is = explode("\n", trim(describe($class)));
    $shall = explode("\n", trim($block));
    foreach (array_diff($shall, $is) as $line) {
        echo "- $line\n";
    }
    foreach (array_diff($is, $shall) as $line) {
        echo "+ $line\n";
    }
}
var_dump(count($blocks));

/* Applications and subclasses as they are written for Ratchet load without a word. */
eval('
    class Topic extends Ratchet\Wamp\Topic {
        public function count() { return 7; }
        public function getIterator() { return parent::getIterator(); }
        public function broadcast($msg, array $exclude = array(), array $eligible = array()) { return $this; }
    }
    abstract class Old implements Ratchet\Wamp\WampServerInterface {
        function onCall(Ratchet\ConnectionInterface $c, $id, $fn, array $params) {}
        function onUnsubscribe(Ratchet\ConnectionInterface $c, $topic) {}
        function onPublish(Ratchet\ConnectionInterface $c, $topic, $event, array $exclude, array $eligible) {}
    }
    abstract class Modern implements Ratchet\Wamp\WampServerInterface {
        function onCall($c, $id, mixed $topic, array $params, $more = 1): void {}
        function onUnSubscribe($c, mixed $topic): void {}
        function onError(Ratchet\ConnectionInterface $c, Throwable $e): void {}
    }
    class Protocol extends Ratchet\Wamp\ServerProtocol {
        const MSG_HELLO = 9;
        protected $connections = [];
    }
');
var_dump(count(new Topic('x')));
?>
--EXPECT--
int(8)
int(7)
