--TEST--
AbstractConnectionDecorator: a subclass in PHP round a native connection sends, closes and shares its properties
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class Shouting extends Ratchet\AbstractConnectionDecorator {
        public $own = 'own';
        function send($data) { $this->getConnection()->send(strtoupper($data)); return $this; }
        function close($code = 1000) { $this->getConnection()->close($code); }
        function inner() { return $this->wrappedConn; }
    }
    final class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $shouting = new Shouting($conn);
            $twice = new Shouting($shouting);
            $twice->name = 'set outside';
            $conn->inside = 'set inside';
            var_dump($conn->name, $shouting->name, $twice->inside, $twice->resourceId === $conn->resourceId,
                isset($twice->name), isset($twice->nope), empty($twice->name), $twice->own, isset($conn->own),
                $twice->inner()->inner() === $conn, $twice == new Shouting($shouting));
            unset($twice->name);
            var_dump(isset($conn->name));
            set_error_handler(function (int $level, string $text): bool {
                echo "$level: $text\n";
                return true;
            });
            $twice->nope;
            $twice->send($msg)->send('again');
            $twice->close(4001);
            var_dump($conn->WebSocket->closing);
            $twice->send('ignored');
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    }
    serve(new App);
    PHP);
$client = WsClient::connect($server->port)->text('hello');
$client->expectText('HELLO')->expectText('AGAIN')->expectClose(4001)->close(4001)->expectEof();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
string(11) "set outside"
string(11) "set outside"
string(10) "set inside"
bool(true)
bool(true)
bool(false)
bool(false)
string(3) "own"
bool(false)
bool(true)
bool(true)
bool(false)
2: Undefined property: Ratchet\Server\IoConnection::$nope
bool(true)
