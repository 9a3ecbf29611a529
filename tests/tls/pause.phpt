--TEST--
TLS: a paused connection is not read, also not what OpenSSL has decrypted already; resume() delivers all of it in order
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$server = TestServer::code('
    final class App extends Ratchet\Server\EchoServer {
        private array $conns = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->conns[$conn->resourceId] = $conn; }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            [$word, $id] = explode(" ", $msg, 2) + [1 => $conn->resourceId];
            match ($word) {
                "pause" => $this->conns[$id]->pause(),
                "resume" => $this->conns[$id]->resume(),
                default => $conn->send($msg),
            };
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose $conn->resourceId $conn->closeCode\n"; }
    }
    serve(new App, ["options" => ["tls" => ["local_cert" => ' . var_export($authority->issue('localhost'), true) . ']]]);
');
$one = WsClient::connect($server->port, [], '/', []);
$two = WsClient::connect($server->port, [], '/', []);
$one->text('hello')->expectText('hello');

/* One record: what follows the pause is decrypted with it, and no event will tell of it again. */
$one->write(WsClient::frame(1, 'pause') . WsClient::frame(1, 'behind') . WsClient::frame(9, 'ping'));
/* A later record, which stays in the kernel. */
$one->text('later');
$two->text('two')->expectText('two')->text('again')->expectText('again');
stream_set_blocking($one->stream, false);
var_dump(fread($one->stream, 1));
stream_set_blocking($one->stream, true);
$two->text('resume 1');
$one->expectText('behind')->expectPong('ping')->expectText('later');

/* More than a record, and more than the kernel holds. */
$two->text('pause 1')->sync();
$large = random_bytes(1 << 19);
$large = bin2hex($large);
$one->readWhileWriting = true;
$two->text('resume 1');
$one->text($large)->expectText($large);

/* It ends during a pause. */
$one->text('pause')->text('last words')->close(4001);
$two->text('still')->expectText('still')->text('resume 1');
$one->expectText('last words')->expectClose(4001)->expectEof();
$server->waitOut('onClose 1 4001');
$two->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), "\n";
?>
--EXPECT--
string(0) ""
0
