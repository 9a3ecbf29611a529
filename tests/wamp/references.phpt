--TEST--
Ratchet\Wamp: methods of the script that return by reference
--FILE--
<?php
require __DIR__ . '/wamp.inc';

class App extends WampApp implements Ratchet\WebSocket\WsServerInterface
{
    public $protocols = ['own'];
    public function &getSubProtocols()
    {
        return $this->protocols;
    }
}

class Manager extends Ratchet\Wamp\TopicManager
{
    protected function &getTopic($topic)
    {
        $found = parent::getTopic($topic);
        return $found;
    }
}

class Topic extends Ratchet\Wamp\Topic
{
    public $name = 'name';
    public $number = 2;
    public function &getId()
    {
        return $this->name;
    }
    public function &count(): int
    {
        return $this->number;
    }
}

class Connection extends Ratchet\Wamp\WampConnection
{
    protected function &getConnection()
    {
        return $this->wrappedConn;
    }
    public function &send($data)
    {
        $result = parent::send($data);
        return $result;
    }
}

$app = new App;
$server = new Ratchet\Wamp\WampServer($app);
echo json_encode([$server->getSubProtocols(), $app->protocols]), "\n";

$protocol = new Ratchet\Wamp\ServerProtocol(new Manager($app));
$protocol->onOpen($wire = new Wire);
foreach (['[5,"t"]', '[7,"t",1]', '[6,"t"]'] as $message) {
    $protocol->onMessage($wire, $message);
}
$conn = new Connection($wire);
var_dump($conn->callResult(1) === $conn, $conn->event('x', 1) === $conn);
echo new Topic('x'), ' ', count(new Topic('x')), "\n";
echo $wire->told(), "\n";
?>
--EXPECT--
[["own","wamp"],["own"]]
open "Ratchet\\Wamp\\WampConnection" "S1"
subscribe "S1" "t" 1 true
publish "S1" "t" 1 [] []
unsubscribe "S1" "t" 0 false
bool(true)
bool(true)
name 2
[0,"S1",1,"Ratchet\/0.4.4"] [8,"t",1] [0,"S2",1,"Ratchet\/0.4.4"] [3,1,[]] [8,"x",1]
