--TEST--
A subclass whose __get() makes up $app, $loop or the next layer leaks nothing and is not called back
--FILE--
<?php
class Io extends Ratchet\Server\IoServer
{
    public int $asked = 0;
    public function __get($name)
    {
        $this->asked++;
        return $name === 'loop' ? $GLOBALS['loop'] : new Ratchet\Server\EchoServer;
    }
}
class ThrowingIo extends Ratchet\Server\IoServer
{
    public function __get($name) { throw new Exception("no $name"); }
}
class Http extends Ratchet\Http\HttpServer
{
    public function __get($name) { return new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer); }
    public function drop() { unset($this->_httpServer); }
}

$io = Io::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$loop = $io->loop;
unset($io->loop, $io->app);
$loop->futureTick(fn() => $loop->stop());
$io->run();
var_dump($io->asked > 0);
foreach (['app', 'loop'] as $name) {
    $io = ThrowingIo::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
    unset($io->$name);
    $loop->futureTick(fn() => $loop->stop());
    try {
        $io->run();
        echo "no exception\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
}
$http = new Http(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer));
$http->drop();
try {
    Ratchet\Server\IoServer::factory($http, 0, '127.0.0.1');
    echo "served\n";
} catch (LogicException $e) {
    echo "LogicException\n";
}

/* Decorators that lead to themselves. */
class Decorator extends Ratchet\AbstractConnectionDecorator
{
    public function send($data) { return $this; }
    public function close() {}
}
class End implements Ratchet\ConnectionInterface
{
    public function send($data) { return $this; }
    public function close() {}
}
$a = new Decorator(new End);
$b = new Decorator($a);
$a->__construct($b);
var_dump(isset($a->x), @$a->x);
@$a->x = 1;
unset($a->x);
$a->__construct($a);
var_dump(isset($a->y), @$a->y, @$a->__get('z'));
echo "end\n";
?>
--EXPECT--
bool(true)
no app
no loop
LogicException
bool(false)
NULL
bool(false)
NULL
NULL
end
