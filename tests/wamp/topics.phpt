--TEST--
TopicManager: who is subscribed to what, and when a topic begins and ends
--FILE--
<?php
require __DIR__ . '/wamp.inc';

class Manager extends Ratchet\Wamp\TopicManager
{
    public function show(): void
    {
        echo '  registry:';
        foreach ($this->topicLookup as $name => $topic) {
            echo ' ', json_encode($name), '=', count($topic);
        }
        echo "\n";
    }
    public function topic($name)
    {
        return $this->getTopic($name);
    }
}

$app = new WampApp;
$manager = new Manager($app);
$server = new Ratchet\Wamp\ServerProtocol($manager);
[$a, $b, $c] = [new Wire, new Wire, new Wire];
foreach ([$a, $b, $c] as $wire) {
    $server->onOpen($wire);
    echo $wire->told(), ' ', json_encode(array_keys((array) $wire->WAMP)), ' ', get_class($wire->WAMP->subscriptions), "\n";
}
$say = function (Wire $wire, string $message) use ($server, $manager) {
    $server->onMessage($wire, $message);
    $manager->show();
};

$say($a, '[5,"t"]');
$say($a, '[5,"t"]');
$say($b, '[5,"t"]');
$say($b, '[5,"u"]');
$topic = $manager->topic('t');
foreach ($topic as $key => $conn) {
    echo "  $key ", get_class($conn), ' ', named($conn->WAMP->sessionId), ' ', json_encode($topic->has($conn)),
        json_encode($topic->has($a)), json_encode($conn->WAMP->subscriptions->offsetExists($topic)), "\n";
}
var_dump(get_class($topic->getIterator()), "$topic", $topic->getId(), $manager->topic('t') === $topic);

echo "foreign and unknown\n";
$say($a, '[6,"u"]');
$say($a, '[6,"nobody"]');
$say($c, '[6,"t"]');

echo "the last one out\n";
$say($b, '[6,"t"]');
$say($b, '[6,"t"]');
$say($a, '[6,"t"]');
var_dump(count($topic), $manager->topic('t') === $topic);
$say($a, '[5,"t"]');
var_dump(count($topic), $manager->topic('t') === $topic, count($manager->topic('t')));

echo "a topic of a call stays until somebody leaves\n";
$say($a, '[2,"id","proc"]');
$proc = $manager->topic('proc');
$say($a, '[2,"id","proc"]');
var_dump($manager->topic('proc') === $proc);
$server->onClose($c);
$manager->show();
var_dump($manager->topic('proc') === $proc);

echo "numbers\n";
$say($a, '[5,5]');
$say($a, '[5,"5"]');
var_dump($manager->topic('5')->getId(), $manager->topic(5) === $manager->topic('5'));
$say($a, '[5,1.5]');
$say($a, '[5,1]');

echo "onClose: the application first, then everything ends\n";
$app->hooks['onClose'] = function ($conn) use ($manager) {
    $manager->show();
    $GLOBALS['left'] = $conn;
};
$server->onClose($b);
$manager->show();
var_dump(count($left->WAMP->subscriptions));
$mine = $manager->topic('mine');
$mine->add($left);
var_dump(count($mine), $mine->remove($left) === $mine, $mine->remove($left) === $mine, count($mine), $mine->add($left)->has($left));
$server->onClose($a);
$manager->show();
var_dump(count($mine));

echo "a connection that was added by hand leaves, too\n";
unset($app->hooks['onClose']);
$server->onOpen($a);
$server->onOpen($b);
$app->hooks['onSubscribe'] = fn($conn, $topic) => $topic->add($GLOBALS['second'] = (new ReflectionProperty('Ratchet\Wamp\ServerProtocol', 'connections'))->getValue($server)[$b]);
$say($a, '[5,"hand"]');
$server->onClose($b);
$manager->show();
$app->hooks['onSubscribe'] = fn($conn, $topic) => $topic->remove($conn);
$say($a, '[5,"off"]');
$server->onClose($a);
$manager->show();
?>
--EXPECT--
open "Ratchet\\Wamp\\WampConnection" "S1"
[0,"S1",1,"Ratchet\/0.4.4"] ["sessionId","prefixes","subscriptions"] SplObjectStorage
open "Ratchet\\Wamp\\WampConnection" "S2"
[0,"S2",1,"Ratchet\/0.4.4"] ["sessionId","prefixes","subscriptions"] SplObjectStorage
open "Ratchet\\Wamp\\WampConnection" "S3"
[0,"S3",1,"Ratchet\/0.4.4"] ["sessionId","prefixes","subscriptions"] SplObjectStorage
subscribe "S1" "t" 1 true
  registry: "t"=1
  registry: "t"=1
subscribe "S2" "t" 2 true
  registry: "t"=2
subscribe "S2" "u" 1 true
  registry: "t"=2 "u"=1
  0 Ratchet\Wamp\WampConnection S1 truefalsetrue
  1 Ratchet\Wamp\WampConnection S2 truefalsetrue
string(16) "SplObjectStorage"
string(1) "t"
string(1) "t"
bool(true)
foreign and unknown
  registry: "t"=2 "u"=1
  registry: "t"=2 "u"=1 "nobody"=0
  registry: "t"=2 "u"=1 "nobody"=0
the last one out
unsubscribe "S2" "t" 1 false
  registry: "t"=1 "u"=1 "nobody"=0
  registry: "t"=1 "u"=1 "nobody"=0
unsubscribe "S1" "t" 0 false
  registry: "u"=1 "nobody"=0
int(0)
bool(false)
subscribe "S1" "t" 1 true
  registry: "u"=1 "nobody"=0 "t"=1
int(0)
bool(false)
int(1)
a topic of a call stays until somebody leaves
call "id" "proc" []
  registry: "u"=1 "nobody"=0 "t"=1 "proc"=0
call "id" "proc" []
  registry: "u"=1 "nobody"=0 "t"=1 "proc"=0
bool(true)
close "S3" []
  registry: "u"=1 "t"=1
bool(false)
numbers
subscribe "S1" 5 1 true
  registry: "u"=1 "t"=1 "proc"=0 5=1
  registry: "u"=1 "t"=1 "proc"=0 5=1
int(5)
bool(true)
subscribe "S1" 1.5 1 true
  registry: "u"=1 "t"=1 "proc"=0 5=1 1=1
  registry: "u"=1 "t"=1 "proc"=0 5=1 1=1
onClose: the application first, then everything ends
close "S2" {"u":1}
  registry: "u"=1 "t"=1 "proc"=0 5=1 1=1
  registry: "t"=1 5=1 1=1
int(0)
int(1)
bool(true)
bool(true)
int(0)
bool(true)
close "S1" {"t":1,"5":1,"1.5":1}
  registry: "t"=1 5=1 1=1 "mine"=1
  registry: "mine"=1
int(1)
a connection that was added by hand leaves, too
open "Ratchet\\Wamp\\WampConnection" "S4"
open "Ratchet\\Wamp\\WampConnection" "S5"
subscribe "S4" "hand" 1 true
  registry: "mine"=1 "hand"=2
close "S5" []
  registry: "mine"=1 "hand"=1
subscribe "S4" "off" 1 true
  registry: "mine"=1 "hand"=1 "off"=0
close "S4" {"hand":1,"off":0}
  registry: "mine"=1
