--TEST--
Ratchet\Wamp: constructors that were not called or called twice, and wrong arguments
--FILE--
<?php
require __DIR__ . '/wamp.inc';

function attempt(string $what, callable $call): void
{
    try {
        $result = $call();
        echo "$what: ", is_object($result) ? get_class($result) : json_encode($result), "\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), ': ', preg_replace('/\S+@anonymous\S*/', 'class', $e->getMessage()), "\n";
    }
}
/* Without its constructor. */
function bare(string $class)
{
    return (new ReflectionClass($class))->newInstanceWithoutConstructor();
}

$wire = new Wire;
$conn = new Ratchet\Wamp\WampConnection($wire);
foreach (['WampServer', 'ServerProtocol', 'TopicManager'] as $class) {
    $layer = bare("Ratchet\\Wamp\\$class");
    attempt("$class::onOpen", fn() => $layer->onOpen($conn));
    $class === 'TopicManager' || attempt("$class::onMessage", fn() => $layer->onMessage($conn, '[5,"t"]'));
    attempt("$class::onClose", fn() => $layer->onClose($conn));
    attempt("$class::onError", fn() => $layer->onError($conn, new Exception));
    attempt("$class::getSubProtocols", fn() => $layer->getSubProtocols());
}
$topic = bare('Ratchet\Wamp\Topic');
attempt('count', fn() => count($topic));
attempt('has', fn() => $topic->has($conn));
attempt('add', fn() => $topic->add($conn));
attempt('remove', fn() => $topic->remove($conn));
attempt('broadcast', fn() => $topic->broadcast('x'));
attempt('getId', fn() => $topic->getId());
attempt('string', fn() => "$topic");
attempt('foreach', function () use ($topic) {
    foreach ($topic as $conn);
});
$none = bare('Ratchet\Wamp\WampConnection');
attempt('send', fn() => $none->send('x'));
attempt('close', fn() => $none->close());
attempt('event', fn() => $none->event('x', 'y'));
attempt('prefix', fn() => $none->prefix('x', 'y'));
attempt('getUri', fn() => $none->getUri('x:y'));
attempt('WAMP', fn() => $none->WAMP);

echo "twice\n";
$id = $wire->WAMP->sessionId;
$conn->__construct($second = new Wire);
var_dump($wire->WAMP->sessionId === $id, $second->WAMP->sessionId === $id, $conn->send('x') === $conn, count($second->log), count($wire->log));
$topic = new Ratchet\Wamp\Topic('a');
$topic->add($conn)->__construct('b');
var_dump("$topic", count($topic));
$server = new Ratchet\Wamp\WampServer(new WampApp);
$server->onOpen($wire);
$server->__construct(new WampApp);
attempt('the first is forgotten', fn() => $server->onMessage($wire, '[5,"t"]'));

echo "wrong arguments\n";
attempt('no application', fn() => new Ratchet\Wamp\WampServer(new stdClass));
attempt('no argument', fn() => new Ratchet\Wamp\WampServer);
attempt('no connection', fn() => $topic->add(new stdClass));
attempt('no list', fn() => $topic->broadcast('x', 'y'));
attempt('no text', fn() => $topic->broadcast());
attempt('an object as a name', fn() => (new ReflectionMethod('Ratchet\Wamp\TopicManager', 'getTopic'))->invoke(new Ratchet\Wamp\TopicManager(new WampApp), new stdClass));
attempt('a list as a name', fn() => (new ReflectionMethod('Ratchet\Wamp\TopicManager', 'getTopic'))->invoke(new Ratchet\Wamp\TopicManager(new WampApp), []));
attempt('an object as a topic', fn() => $conn->event(new stdClass, 'x'));
attempt('an object as a URI', fn() => $conn->prefix('x', new stdClass));
attempt('a list as a prefix', fn() => $conn->prefix([], 'x'));
$server = new Ratchet\Wamp\WampServer(new WampApp);
$server->onOpen($wire);
attempt('a list as a message', fn() => $server->onMessage($wire, []));
$wire->log = [];
foreach ([null, 5, true, new Ratchet\Wamp\Topic('[2,"i","p"]')] as $message) {
    $server->onMessage($wire, $message);
    echo $wire->told(), "\n";
}

echo "protected properties that a subclass has spoilt\n";
$manager = new class(new WampApp) extends Ratchet\Wamp\TopicManager {
    public function spoil($lookup, $app = null)
    {
        $this->topicLookup = $lookup;
        $this->app = $app ?? $this->app;
    }
};
$manager->onOpen($conn);
foreach ([null, 5, ['t' => 5], ['t' => null], ['t' => new stdClass]] as $lookup) {
    $manager->spoil($lookup);
    attempt(json_encode($lookup), fn() => $manager->onSubscribe($conn, 't'));
    attempt(json_encode($lookup), fn() => $manager->onUnsubscribe($conn, 't'));
    attempt(json_encode($lookup), fn() => $manager->onClose($conn));
}
$manager->spoil([], new stdClass);
attempt('another application', fn() => $manager->onCall($conn, 1, 't', []));
$conn->WAMP->subscriptions = 5;
attempt('subscriptions', fn() => $manager->onSubscribe($conn, 't'));
$conn->WAMP = 5;
attempt('WAMP', fn() => $manager->onSubscribe($conn, 't'));
attempt('WAMP', fn() => $manager->onOpen($conn));
attempt('WAMP', fn() => $conn->prefix('a', 'b'));
?>
--EXPECT--
WampServer::onOpen: LogicException: Ratchet\Wamp\WampServer stands before no component: its constructor must call parent::__construct()
WampServer::onMessage: LogicException: Ratchet\Wamp\WampServer stands before no component: its constructor must call parent::__construct()
WampServer::onClose: LogicException: Ratchet\Wamp\WampServer stands before no component: its constructor must call parent::__construct()
WampServer::onError: LogicException: Ratchet\Wamp\WampServer stands before no component: its constructor must call parent::__construct()
WampServer::getSubProtocols: LogicException: Ratchet\Wamp\WampServer stands before no component: its constructor must call parent::__construct()
ServerProtocol::onOpen: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
ServerProtocol::onMessage: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
ServerProtocol::onClose: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
ServerProtocol::onError: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
ServerProtocol::getSubProtocols: LogicException: Ratchet\Wamp\ServerProtocol stands before no component: its constructor must call parent::__construct()
TopicManager::onOpen: LogicException: Ratchet\Wamp\TopicManager stands before no component: its constructor must call parent::__construct()
TopicManager::onClose: LogicException: Ratchet\Wamp\TopicManager stands before no component: its constructor must call parent::__construct()
TopicManager::onError: LogicException: Ratchet\Wamp\TopicManager stands before no component: its constructor must call parent::__construct()
TopicManager::getSubProtocols: LogicException: Ratchet\Wamp\TopicManager stands before no component: its constructor must call parent::__construct()
count: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
has: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
add: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
remove: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
broadcast: LogicException: This topic has no subscribers: its constructor must call parent::__construct($id)
getId: null
string: ""
foreach: Exception: Objects returned by Ratchet\Wamp\Topic::getIterator() must be traversable or implement interface Iterator
send: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
close: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
event: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
prefix: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
getUri: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
WAMP: LogicException: Ratchet\Wamp\WampConnection wraps no connection: its constructor must call parent::__construct($conn)
twice
bool(true)
bool(false)
bool(true)
int(2)
int(2)
string(1) "b"
int(0)
open "Ratchet\\Wamp\\WampConnection" "S1"
the first is forgotten: UnexpectedValueException: Object not found
wrong arguments
no application: TypeError: Ratchet\Wamp\WampServer::__construct(): Argument #1 ($app) must be of type Ratchet\Wamp\WampServerInterface, stdClass given
no argument: ArgumentCountError: Ratchet\Wamp\WampServer::__construct() expects exactly 1 argument, 0 given
no connection: TypeError: Ratchet\Wamp\Topic::add(): Argument #1 ($conn) must be of type Ratchet\ConnectionInterface, stdClass given
no list: TypeError: Ratchet\Wamp\Topic::broadcast(): Argument #2 ($exclude) must be of type array, string given
no text: ArgumentCountError: Ratchet\Wamp\Topic::broadcast() expects at least 1 argument, 0 given
an object as a name: TypeError: Illegal offset type: a topic or a prefix is a string, stdClass given
a list as a name: TypeError: Illegal offset type: a topic or a prefix is a string, array given
an object as a topic: Error: Object of class stdClass could not be converted to string
an object as a URI: Error: Object of class stdClass could not be converted to string
a list as a prefix: TypeError: Illegal offset type: a topic or a prefix is a string, array given
open "Ratchet\\Wamp\\WampConnection" "S2"
a list as a message: TypeError: Ratchet\Wamp\ServerProtocol::onMessage(): Argument #2 ($msg) must be of type string, array given
close 1007
close 1007
close 1007
call "i" "p" []
[3,"i",[]]
protected properties that a subclass has spoilt
open "Ratchet\\Wamp\\WampConnection" "S3"
null: TypeError: class must be an array, but is null
null: TypeError: class must be an array, but is null
close "S3" []
null: TypeError: class must be an array, but is null
5: TypeError: class must be an array, but is int
5: TypeError: class must be an array, but is int
close "S3" []
5: TypeError: class must be an array, but is int
{"t":5}: TypeError: class must return an object to subscribe to, int returned
{"t":5}: TypeError: class must return an object to subscribe to, int returned
close "S3" []
{"t":5}: null
subscribe "S3" "t" 1 true
{"t":null}: null
unsubscribe "S3" "t" 0 false
{"t":null}: null
close "S3" []
{"t":null}: null
{"t":{}}: Error: Call to undefined method stdClass::add()
{"t":{}}: null
close "S3" []
{"t":{}}: null
another application: Error: Call to undefined method stdClass::oncall()
subscriptions: LogicException: There is int where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
WAMP: LogicException: There is null where a SplObjectStorage should be: a constructor must call parent::__construct(), and onOpen() comes first
WAMP: Error: Ratchet\Wamp\WampConnection::$WAMP is int, but must be an object, as new WampConnection() makes it
WAMP: Error: Ratchet\Wamp\WampConnection::$WAMP is int, but must be an object, as new WampConnection() makes it
