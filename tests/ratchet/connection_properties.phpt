--TEST--
Connection: properties that a script sets are kept and shared, those that are there can be read
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private array $ids = [];
        function onOpen(Ratchet\ConnectionInterface $conn) {
            $this->ids[] = $conn->resourceId;
            $conn->name = 'somebody';
            $conn->list[] = 'a';
            $conn->list[] = 'b';
            $conn->map['x']['y'] = 1;
            $conn->count ??= 0;
            $conn->object = new stdClass;
            $conn->object->z = 2;
            $reference = &$conn->reference;
            $reference = 'through a reference';
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->count++;
            $conn->count += 2;
            $conn->name .= ' else';
            var_dump(is_int($conn->resourceId) && $conn->resourceId > 0, $conn->remoteAddress);
            echo json_encode([$conn->name, $conn->list, $conn->map, $conn->count, $conn->object, $conn->reference]), "\n";
            foreach ($conn->list as $key => &$value) {
                $value .= $key;
            }
            unset($value);
            unset($conn->map['x']);
            unset($conn->object);
            echo json_encode([$conn->list, $conn->map, isset($conn->object)]), "\n";
            var_dump(isset($conn->name), isset($conn->nope), empty($conn->nope), empty($conn->count), isset($conn->list[1]),
                isset($conn->list[5]), isset($conn->resourceId), isset($conn->remoteAddress), empty($conn->resourceId),
                isset($conn->WebSocket->closing), isset($conn->WebSocket->nope), $conn->nope ?? 'default');
            $conn->null = null;
            var_dump(isset($conn->null), $conn->null, empty($conn->null));
            /* What a script assigns wins. */
            $conn->remoteAddress = '192.0.2.1';
            $conn->resourceId = 'mine';
            var_dump($conn->remoteAddress, $conn->resourceId);
            unset($conn->resourceId, $conn->never);
            $conn->{'odd name'} = 1;
            $conn->{'7'} = 7;
            $name = 'odd name';
            var_dump($conn->$name, $conn->{'7'});
            $conn->self = $conn; /* a cycle for the collector */
            gc_collect_cycles();
            var_dump($conn->self === $conn, $this->ids);
        }
    }
    serve(new App);
    PHP);
$first = WsClient::connect($server->port);
$first->disconnect();
$client = WsClient::connect($server->port);
$client->text('go')->sync();
$client->disconnect();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
bool(true)
string(9) "127.0.0.1"
["somebody else",["a","b"],{"x":{"y":1}},3,{"z":2},"through a reference"]
[["a0","b1"],[],false]
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
string(7) "default"
bool(false)
NULL
bool(true)
string(9) "192.0.2.1"
string(4) "mine"
int(1)
int(7)
bool(true)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
