--TEST--
Constructors called a second time replace what the first one set, and leak nothing
--FILE--
<?php
class App extends Ratchet\Server\EchoServer
{
    public function __construct(public string $name) {}
    public function __destruct() { echo "{$this->name} gone\n"; }
}
class Connection implements Ratchet\ConnectionInterface
{
    public function __construct(public string $name) {}
    public function __destruct() { echo "{$this->name} gone\n"; }
    public function send($data) { echo "{$this->name}: ", strlen($data), "\n"; return $this; }
    public function close() {}
}
class Decorator extends Ratchet\AbstractConnectionDecorator
{
    public function send($data) { $this->getConnection()->send($data); return $this; }
    public function close() { $this->getConnection()->close(); }
}

$ws = new Ratchet\WebSocket\WsServer(new App('first'));
$ws->__construct(new App('second'));
$http = new Ratchet\Http\HttpServer($ws);
$http->__construct(new Ratchet\WebSocket\WsServer(new App('third')));
unset($ws);
$io = Ratchet\Server\IoServer::factory($http, 0, '127.0.0.1');
$io->__construct(new App('fourth'), $io->socket, $io->loop);
$io->loop->futureTick(fn() => $io->loop->stop());
unset($http);
$io->run();
foreach ([Decorator::class, Ratchet\WebSocket\WsConnection::class] as $class) {
    $conn = new $class(new Connection("one of $class"));
    $conn->__construct(new Connection("two of $class"));
    $conn->send('xyz');
    unset($conn);
}
$frame = new Ratchet\RFC6455\Messaging\Frame('abc', true, 1, fn() => new Exception);
$frame->__construct('de', false, 2);
var_dump($frame->getPayload(), $frame->isFinal(), $frame->getOpcode());
echo "end\n";
?>
--EXPECT--
first gone
second gone
third gone
one of Decorator gone
two of Decorator: 3
two of Decorator gone
one of Ratchet\WebSocket\WsConnection gone
two of Ratchet\WebSocket\WsConnection: 5
two of Ratchet\WebSocket\WsConnection gone
string(2) "de"
bool(false)
int(2)
end
fourth gone
