--TEST--
WsConnection round a connection of the script's own: frames go to its send(), closing is kept in its WebSocket
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\WebSocket\WsConnection;

#[AllowDynamicProperties]
final class Mock implements Ratchet\ConnectionInterface
{
    public $WebSocket;

    function __construct()
    {
        $this->WebSocket = new stdClass;
        $this->WebSocket->closing = false;
    }

    function send($data)
    {
        echo 'send(', bin2hex($data), ")\n";
        return $this;
    }

    function close()
    {
        echo "close()\n";
    }
}

$mock = new Mock;
$conn = new WsConnection($mock);
var_dump($conn->send('hi') === $conn);
$conn->send(5)->send(new Frame("\1", true, Frame::OP_BINARY))->send(str_repeat('x', 126));
$conn->name = 'shared';
var_dump($mock->name, isset($conn->name), isset($conn->nope), $conn->WebSocket === $mock->WebSocket);
unset($conn->name);
var_dump(isset($mock->name));
try {
    $conn->send(null);
} catch (UnderflowException $e) {
    echo get_class($e), "\n";
}
var_dump($conn->close(4001), $mock->WebSocket->closing);
$conn->send('ignored');
$conn->close();

$mock = new Mock;
$conn = new WsConnection($mock);
$conn->close(new Frame(pack('n', 4002) . 'bye', true, Frame::OP_CLOSE));
var_dump($conn->WebSocket->closing, $conn == new WsConnection($mock), json_encode($conn));

$nested = new WsConnection(new WsConnection(new Mock));
try {
    $nested->send('x');
} catch (Throwable $e) {
    echo $e;
}
?>
--EXPECTF--
send(81026869)
bool(true)
send(810135)
send(820101)
send(817e007e%s)
string(6) "shared"
bool(true)
bool(false)
bool(true)
bool(false)
UnderflowException
send(88020fa1)
close()
NULL
bool(true)
send(88050fa2627965)
close()
bool(true)
bool(false)
string(2) "{}"
send(8103810178)
