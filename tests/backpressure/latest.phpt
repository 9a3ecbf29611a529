--TEST--
Backpressure: sendLatest(): what is still queued under the same key is replaced, in its place
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\RFC6455\Messaging\{Frame, Message};
    final class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'slow') {
                $conn->send(str_repeat('x', 8 << 20));
                for ($i = 1; $i <= 1000; $i++) {
                    $conn->sendLatest("a $i", 'a')->sendLatest(new Frame("b $i", true, Frame::OP_BINARY), 'b');
                }
                $conn->send('end');
                echo $conn->bufferedAmount > 1 << 20 ? "queued\n" : "not queued: $conn->bufferedAmount\n";
                return;
            }
            foreach ([null, [], new stdClass, new Frame('x', false), (new Message)->addFrame(new Frame('x', false))] as $bad) {
                try {
                    $conn->sendLatest($bad, 'k');
                } catch (Throwable $e) {
                    echo get_class($e), ': ', $e->getMessage(), "\n";
                }
            }
            $conn->sendLatest(new class($conn) {
                function __construct(private $conn) {}
                function __toString() { $this->conn->sendLatest('inner', 'k'); return 'outer'; }
            }, 'k');
            $conn->sendLatest(1, 'n')->sendLatest(2.5, '')->sendLatest(true, "\0");
            echo get_class($conn->sendLatest('z', 'k')), "\n";
        }
    }
    serve(new App);
    PHP);
$client = WsClient::connect($server->port);
$client->text('slow');
$server->waitOut('queued');
$client->expectText(str_repeat('x', 8 << 20))->expectText('a 1000')->expectBinary('b 1000')->expectText('end');
$client->text('values');
$client->expectText('z')->expectText('1')->expectText('2.5')->expectText('1')->expectNothing();
echo $server->out(), $server->err();
?>
--EXPECT--
queued
UnderflowException: Cannot send null: a message is a string
TypeError: Ratchet\WebSocket\WsConnection::sendLatest(): Argument #1 ($msg) must be of type string, array given
TypeError: Ratchet\WebSocket\WsConnection::sendLatest(): Argument #1 ($msg) must be of type string, stdClass given
ValueError: Ratchet\WebSocket\WsConnection::sendLatest(): Argument #1 ($msg) must be a text or a message of one plain frame: nothing can take the place of a part
ValueError: Ratchet\WebSocket\WsConnection::sendLatest(): Argument #1 ($msg) must be a text or a message of one plain frame: nothing can take the place of a part
Ratchet\WebSocket\WsConnection
