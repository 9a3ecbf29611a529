--TEST--
Close: what close() refuses leaves the connection open
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\RFC6455\Messaging\Frame;
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            foreach ([[], new stdClass, new Frame] as $value) {
                try {
                    $conn->close($value);
                    echo "closed\n";
                } catch (Throwable $e) {
                    echo get_class($e), "\n";
                }
                var_dump($conn->WebSocket->closing);
            }
            $conn->send($msg);
        }
    });
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('hello')->expectNothing();
echo $server->out();
?>
--EXPECT--
TypeError
bool(false)
TypeError
bool(false)
UnderflowException
bool(false)
