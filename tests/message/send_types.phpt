--TEST--
Message: what send() takes, what it sends for it, and what it refuses
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    declare(strict_types=1);
    use Ratchet\RFC6455\Messaging\{Frame, Message};
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $incomplete = new Frame;
            $incomplete->addBuffer("\x81");
            $message = (new Message)->addFrame(new Frame('in ', false, Frame::OP_BINARY))
                ->addFrame(new Frame('two', true, Frame::OP_CONTINUE));
            $stringable = new class { function __toString(): string { return 'stringable'; } };
            $values = ['text', '', "\xff", 42, 1.5, true, false, $stringable, null, [], new stdClass,
                new Frame('frame'), new Frame("\0\1", true, Frame::OP_BINARY), new Frame('p', true, Frame::OP_PING),
                $message, $incomplete, new Message];
            foreach ($values as $value) {
                try {
                    $result = $conn->send($value);
                    echo get_debug_type($value), ': ', $result === $conn ? 'itself' : 'WRONG', "\n";
                } catch (Throwable $e) {
                    echo get_debug_type($value), ': ', get_class($e), "\n";
                }
            }
            try {
                $conn->send();
            } catch (Throwable $e) {
                echo get_class($e), "\n";
            }
            $conn->send('and', 'more')->send('end');
        }
    });
    PHP);
$client = WsClient::connect($server->port);
$client->autoPong = false;
$client->text('go');
do {
    $frame = $client->readFrame();
    echo $frame, "\n";
} while ($frame->payload !== 'end');
echo $server->out();
?>
--EXPECT--
text "text"
text ""
text "\xff"
text "42"
text "1.5"
text "1"
text ""
text "stringable"
text "frame"
binary "\x00\x01"
ping "p"
binary without FIN "in "
continuation "two"
text "and"
text "end"
string: itself
string: itself
string: itself
int: itself
float: itself
bool: itself
bool: itself
class@anonymous: itself
null: UnderflowException
array: TypeError
stdClass: TypeError
Ratchet\RFC6455\Messaging\Frame: itself
Ratchet\RFC6455\Messaging\Frame: itself
Ratchet\RFC6455\Messaging\Frame: itself
Ratchet\RFC6455\Messaging\Message: itself
Ratchet\RFC6455\Messaging\Frame: UnderflowException
Ratchet\RFC6455\Messaging\Message: UnderflowException
ArgumentCountError
