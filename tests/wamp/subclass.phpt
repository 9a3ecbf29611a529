--TEST--
Ratchet\Wamp: classes of the script that extend or replace a layer
--FILE--
<?php
require __DIR__ . '/wamp.inc';

class MyTopic extends Ratchet\Wamp\Topic
{
    public $history = [];
    public function add(Ratchet\ConnectionInterface $conn)
    {
        echo "  add to {$this->getId()}\n";
        return parent::add($conn);
    }
    public function remove(Ratchet\ConnectionInterface $conn)
    {
        echo "  remove from {$this->getId()}\n";
        return parent::remove($conn);
    }
    public function count(): int
    {
        return parent::count() + 0;
    }
}

class Manager extends Ratchet\Wamp\TopicManager
{
    protected function getTopic($topic)
    {
        echo '  getTopic ', json_encode($topic), "\n";
        return $this->topicLookup[$topic] ??= new MyTopic($topic);
    }
    protected function cleanTopic(Ratchet\Wamp\Topic $topic, Ratchet\ConnectionInterface $conn)
    {
        echo '  cleanTopic ', $topic, "\n";
        parent::cleanTopic($topic, $conn);
        echo '  left: ', implode(' ', array_keys($this->topicLookup)), "\n";
    }
    public function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible)
    {
        echo "  onPublish of the manager\n";
        parent::onPublish($conn, $topic, strtoupper($event), $exclude, $eligible);
        echo '  ', get_class($this->app), "\n";
    }
}

class MyConnection extends Ratchet\Wamp\WampConnection
{
    public function getUri($uri)
    {
        return parent::getUri("my:$uri");
    }
    protected function getConnection()
    {
        echo "  getConnection\n";
        return parent::getConnection();
    }
}

class Protocol extends Ratchet\Wamp\ServerProtocol
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $decorated = new MyConnection($conn);
        $this->connections[$conn] = $decorated;
        $this->_decorating->onOpen($decorated);
    }
    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        echo "$msg\n";
        parent::onMessage($from, $msg);
    }
}

class Server extends Ratchet\Wamp\WampServer
{
    public function __construct(Ratchet\Wamp\WampServerInterface $app)
    {
        $this->wampProtocol = new Protocol(new Manager($app));
    }
    public function getSubProtocols()
    {
        return [...parent::getSubProtocols(), 'more'];
    }
}

/* Not related to Topic. */
class Other implements Countable
{
    public $members = 0;
    public function __construct(private $name) {}
    public function __call($name, $arguments) { echo "  $name of Other\n"; return $this; }
    public function getId() { return $this->name; }
    public function add($conn) { $this->members++; }
    public function remove($conn) { $this->members--; }
    public function has($conn) { return true; }
    public function count(): int { return $this->members; }
}

$server = new Server(new WampApp);
echo implode(' ', $server->getSubProtocols()), "\n";
$server->onOpen($wire = new Wire);
foreach (['[1,"my","http://my"]', '[5,"t"]', '[5,"t"]', '[7,"t","event"]', '[2,"id","p"]', '[6,"t"]', '[5,"u"]', '[5]', 'x'] as $message) {
    $server->onMessage($wire, $message);
    echo ($told = $wire->told()) === '' ? '' : "  told $told\n";
}
$server->onClose($wire);

echo "a manager that registers nothing, and one that answers something else\n";
foreach ([fn($name) => $GLOBALS['kept'] ??= new Ratchet\Wamp\Topic($name), fn() => null,
          fn($name) => $GLOBALS['other'] ??= new Other($name)] as $maker) {
    $manager = new class(new WampApp) extends Ratchet\Wamp\TopicManager {
        public $maker;
        protected function getTopic($topic)
        {
            return ($this->maker)($topic);
        }
    };
    $manager->maker = $maker;
    $protocol = new Ratchet\Wamp\ServerProtocol($manager);
    $protocol->onOpen($wire = new Wire);
    try {
        $protocol->onMessage($wire, '[7,"t","e"]');
    } catch (Error $e) {
        echo get_class($e), "\n";
    }
    try {
        $protocol->onMessage($wire, '[5,"t"]');
        $protocol->onMessage($wire, '[6,"t"]');
        $protocol->onClose($wire);
    } catch (Error $e) {
        echo get_class($e), ': ', preg_replace('/class@anonymous\S*|\S*@anonymous\S*/', 'class', $e->getMessage()), "\n";
    }
}

echo "ServerProtocol without a TopicManager: topics are strings\n";
$plain = new Ratchet\Wamp\ServerProtocol(new class implements Ratchet\Wamp\WampServerInterface {
    public function __call($name, $arguments) {}
    public function onOpen($conn) { var_dump(isset($conn->WAMP->subscriptions), $conn->WAMP->prefixes); }
    public function onClose($conn) { echo "close\n"; }
    public function onError($conn, $e) { echo 'error ', get_class($conn), ' ', $e->getMessage(), "\n"; }
    public function onCall($conn, $id, $topic, array $params) { var_dump($topic); }
    public function onSubscribe($conn, $topic) { var_dump($topic); }
    public function onUnSubscribe($conn, $topic) { var_dump($topic); }
    public function onPublish($conn, $topic, $event, array $exclude, array $eligible) { var_dump($topic, $exclude === [$conn->WAMP->sessionId]); }
});
$plain->onOpen($wire = new Wire);
foreach (['[2,"id","p",1]', '[5,"t"]', '[6,"t"]', '[7,"t","e",true]'] as $message) {
    $plain->onMessage($wire, $message);
}
$plain->onError($wire, new Exception('e'));
$plain->onClose($wire);
foreach ([fn() => $plain->onClose($wire), fn() => $plain->onMessage($wire, '[]'), fn() => $plain->onError($wire, new Exception)] as $call) {
    try {
        $call();
    } catch (UnexpectedValueException $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
wamp more
  getConnection
open "MyConnection" "S1"
[1,"my","http://my"]
  told [0,"S1",1,"Ratchet\/0.4.4"]
[5,"t"]
  getTopic "http:\/\/my#t"
  add to http://my#t
subscribe "S1" "http:\/\/my#t" 1 true
[5,"t"]
  getTopic "http:\/\/my#t"
[7,"t","event"]
  onPublish of the manager
  getTopic "http:\/\/my#t"
publish "S1" "http:\/\/my#t" "EVENT" [] []
  getConnection
  WampApp
  told [8,"http:\/\/my#t","EVENT"]
[2,"id","p"]
  getTopic "http:\/\/my#p"
call "id" "http:\/\/my#p" []
  getConnection
  told [3,"id",[]]
[6,"t"]
  getTopic "http:\/\/my#t"
  cleanTopic http://my#t
  remove from http://my#t
  left: http://my#p
unsubscribe "S1" "http:\/\/my#t" 0 false
[5,"u"]
  getTopic "http:\/\/my#u"
  add to http://my#u
subscribe "S1" "http:\/\/my#u" 1 true
[5]
  told close 1007
x
  told close 1007
close "S1" {"http:\/\/my#u":1}
  cleanTopic http://my#p
  remove from http://my#p
  left: http://my#u
  cleanTopic http://my#u
  remove from http://my#u
  left: 
a manager that registers nothing, and one that answers something else
open "Ratchet\\Wamp\\WampConnection" "S2"
publish "S2" "t" "e" [] []
subscribe "S2" "t" 1 true
unsubscribe "S2" "t" 0 false
close "S2" []
open "Ratchet\\Wamp\\WampConnection" "S3"
Error
TypeError: class must return an object to subscribe to, null returned
open "Ratchet\\Wamp\\WampConnection" "S4"
publish "S4" "t" "e" [] []
  broadcast of Other
subscribe "S4" "t" 1 true
unsubscribe "S4" "t" 0 true
close "S4" []
ServerProtocol without a TopicManager: topics are strings
bool(false)
array(0) {
}
string(1) "p"
string(1) "t"
string(1) "t"
string(1) "t"
bool(true)
error Ratchet\Wamp\WampConnection e
close
UnexpectedValueException: Object not found
UnexpectedValueException: Object not found
UnexpectedValueException: Object not found
