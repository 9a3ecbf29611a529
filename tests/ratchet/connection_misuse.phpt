--TEST--
Connection: clone and serialize are refused, json_encode gives {}, and nothing that looks inside crashes
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->name = 'x';
            $conn->self = $conn;
            foreach ([
                'clone' => fn() => clone $conn,
                'serialize' => fn() => serialize($conn),
                'unserialize' => fn() => unserialize('O:30:"Ratchet\WebSocket\WsConnection":0:{}'),
                'var_export' => fn() => @var_export($conn, true),
                'string' => fn() => (string) $conn,
                'method' => fn() => $conn->nope(),
                'iterate' => function () use ($conn) { foreach ($conn as $k => $v) { echo $k; } },
            ] as $what => $call) {
                try {
                    $result = $call();
                    echo "$what: ", get_debug_type($result), "\n";
                } catch (Throwable $e) {
                    echo "$what: ", get_class($e), ': ', $e->getMessage(), "\n";
                }
            }
            echo json_encode($conn), "\n";
            ob_start();
            var_dump($conn);
            print_r($conn);
            (array) $conn;
            get_object_vars($conn);
            $dump = ob_get_clean();
            echo str_contains($dump, 'resourceId') && str_contains($dump, 'RECURSION') ? "dumped\n" : $dump;
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    });
    PHP);
$client = WsClient::connect($server->port)->text('go')->sync();
$client->disconnect();
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
clone: Error: Trying to clone an uncloneable object of class Ratchet\WebSocket\WsConnection
serialize: Exception: Serialization of 'Ratchet\WebSocket\WsConnection' is not allowed
unserialize: Exception: Unserialization of 'Ratchet\WebSocket\WsConnection' is not allowed
var_export: string
string: Error: Object of class Ratchet\WebSocket\WsConnection could not be converted to string
method: Error: Call to undefined method Ratchet\WebSocket\WsConnection::nope()
iterate: null
{}
dumped
