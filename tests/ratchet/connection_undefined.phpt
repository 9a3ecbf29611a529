--TEST--
Connection: an undefined property is a warning in Ratchet's words, and null
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            set_error_handler(function (int $level, string $text): bool {
                echo $level === E_WARNING ? 'Warning: ' : "$level: ", $text, "\n";
                return true;
            });
            var_dump($conn->nope);
            $conn->counter++;
            var_dump($conn->counter, property_exists($conn, 'resourceId'), property_exists($conn, 'counter'));
        }
    });
    PHP);
$client = WsClient::connect($server->port)->text('go')->sync();
echo $server->out(), $server->err();
?>
--EXPECT--
Warning: Undefined property: Ratchet\Server\IoConnection::$nope
NULL
Warning: Undefined property: Ratchet\Server\IoConnection::$counter
int(1)
bool(false)
bool(false)
