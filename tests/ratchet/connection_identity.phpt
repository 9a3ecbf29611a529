--TEST--
Connection: two are equal only if they are the same, and one is the same object in every callback
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private $a;
        private $b;
        private SplObjectStorage $all;
        function onOpen(Ratchet\ConnectionInterface $conn) {
            $this->all ??= new SplObjectStorage;
            $this->all[$conn] = spl_object_id($conn);
            $this->a ? $this->b = $conn : $this->a = $conn;
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            [$a, $b] = [$this->a, $this->b];
            var_dump($a == $b, $a != $b, $a === $b, $a == $a, $b == $conn, $a != $conn, $a <=> $a);
            var_dump(in_array($conn, [$a]), in_array($conn, [$a, $b]), in_array($conn, [$a, $b], true));
            var_dump(array_search($conn, [$a, $b]), array_search($b, ['x' => $a, 'y' => $b]));
            var_dump($a == null, $a == 'x', $a == new stdClass, $a < $b, $a > $b);
            var_dump($this->all[$conn] === spl_object_id($conn), $this->all->offsetExists($b), count($this->all));
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            echo 'onClose: ', json_encode([$conn === $this->a, $conn === $this->b, $this->all[$conn] === spl_object_id($conn)]), "\n";
        }
    }
    serve(new App);
    PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$b->text('go')->sync();
$b->disconnect();
$server->waitOut("~onClose: .*\n~");
echo $server->out(), $server->err();
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
int(0)
bool(false)
bool(true)
bool(true)
int(1)
string(1) "y"
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(true)
int(2)
onClose: [false,true,true]
