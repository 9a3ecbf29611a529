--TEST--
IoServer with an application of bytes: chunks in, bytes out, close() flushes first
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App implements Ratchet\MessageComponentInterface {
        private $kept;
        function onOpen(Ratchet\ConnectionInterface $conn) {
            echo get_class($conn), " $conn->resourceId $conn->remoteAddress\n";
            $conn->name = "no $conn->resourceId";
            var_dump($conn->send("welcome\n") === $conn);
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if (trim($msg) === 'quit') {
                $conn->send(str_repeat('x', 3 << 20))->send(42)->send("\nbye\n");
                $this->kept = $conn;
                $conn->close();
                echo "closed\n";
                $conn->send('not any more');
                $conn->close();
                return;
            }
            if (trim($msg) === 'types') {
                $conn->send(1.5)->send(true)->send(new class { function __toString() { return '!'; } });
                foreach ([isset($conn->WebSocket), isset($conn->name), $conn == clone_of($conn)] as $value) {
                    var_dump($value);
                }
                echo json_encode($conn), ' ', property_exists($conn, 'resourceId') ? 'exists' : '', "\n";
                return;
            }
            $conn->send($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose $conn->name\n"; $conn->send('x'); $conn->close(); }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; }
    }
    function clone_of($conn) { try { return clone $conn; } catch (Error $e) { echo $e->getMessage(), "\n"; } }
    serve(new App, ['raw' => true]);
    PHP);

function read(WsClient $client, int $length): string
{
    stream_set_blocking($client->stream, true);
    stream_set_timeout($client->stream, 10);
    for ($bytes = ''; strlen($bytes) < $length && !feof($client->stream);) {
        $bytes .= $more = (string) fread($client->stream, $length - strlen($bytes));
        if ($more === '' && stream_get_meta_data($client->stream)['timed_out']) {
            break;
        }
    }
    return $bytes;
}

$client = new WsClient($server->port);
$client->readWhileWriting = false;
echo read($client, 8);
$client->write("GET / HTTP/1.1\r\n\r\n"); /* means nothing here */
echo read($client, 18);
$client->write("\x81\x80\0\xff");
echo bin2hex(read($client, 4)), "\n";
$large = random_bytes(1 << 20);
$client->write($large);
var_dump(read($client, 1 << 20) === $large);
$client->write("types\n");
var_dump(read($client, 5));
$client->write("quit\n");
$rest = $client->readAll();
var_dump(strlen($rest), substr($rest, -8));
$gone = new WsClient($server->port);
$gone->shutdown();
echo $gone->readAll();
$server->waitOut('onClose no 2');
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
welcome
GET / HTTP/1.1

818000ff
bool(true)
string(5) "1.51!"
int(3145735)
string(8) "x42
bye
"
welcome
0
Ratchet\Server\IoConnection 1 127.0.0.1
bool(true)
Trying to clone an uncloneable object of class Ratchet\Server\IoConnection
bool(false)
bool(true)
bool(false)
{"resourceId":1,"remoteAddress":"127.0.0.1","name":"no 1"} exists
closed
onClose no 1
Ratchet\Server\IoConnection 2 127.0.0.1
bool(true)
onClose no 2
