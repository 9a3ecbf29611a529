--TEST--
TLS by IoServer::factory(): messages of every size both ways, compression, the address, a slow reader
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$server = TestServer::code('
    serve(new class extends Ratchet\Server\EchoServer {
        public function onOpen(Ratchet\ConnectionInterface $conn) { echo "open {$conn->remoteAddress}\n"; }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "close\n"; }
    }, [
        "options" => ["compression" => true, "tls" => ["local_cert" => ' . var_export($authority->issue('localhost'), true) . ']],
        "before" => fn($server) => print(preg_replace("/\d+$/", "PORT", $server->socket->getAddress()) . "\n"),
    ]);
');
/* Verified in earnest. */
$tls = ['verify_peer' => true, 'verify_peer_name' => true, 'peer_name' => 'localhost', 'cafile' => $authority->file()];
$client = WsClient::connect($server->port, [], '/', $tls);
echo stream_get_meta_data($client->stream)['crypto']['protocol'], "\n";
$client->text('hello')->expectText('hello');
$client->fragments(WsClient::TEXT, 'fr', '', 'agments')->expectText('fragments');
foreach ([0, 1, 125, 126, 16383, 16384, 16385, 65535, 65536, 131072, 300000, 3000000] as $size) {
    $payload = substr(bin2hex(random_bytes(intdiv($size, 2) + 1)), 0, $size);
    $client->text($payload)->expectText($payload);
}
$client->ping('p')->expectPong('p');
$client->close(1000)->expectClose(1000)->expectEof();
$server->waitOut("close\n");

$client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => 'permessage-deflate'], '/', []);
echo $client->head->header('Sec-WebSocket-Extensions'), "\n";
$client->text(str_repeat('shrinks ', 1000));
$frame = $client->readFrame();
echo $frame->rsv, ' ', strlen($frame->payload) < 200 ? 'small' : strlen($frame->payload), "\n";
$client->disconnect();

/* It takes nothing until all is there. */
$slow = WsClient::connect($server->port, [], '/', []);
$slow->readWhileWriting = false;
$other = WsClient::connect($server->port, [], '/', []);
for ($i = 0; $i < 20; $i++) {
    $slow->text(str_repeat(chr($i), 200000));
    $other->text("$i")->expectText("$i");
}
for ($i = 0; $i < 20; $i++) {
    $slow->expectText(str_repeat(chr($i), 200000));
}
$slow->close(1000)->expectClose(1000)->expectEof();
$other->close(1000)->expectClose(1000)->expectEof();
echo $server->finish(), "\n", file_get_contents("{$server->folder}/stdout") === '' ? '' : preg_replace('/ready \d+\n/', '', file_get_contents("{$server->folder}/stdout"));
?>
--EXPECT--
TLSv1.3
permessage-deflate; server_no_context_takeover; client_no_context_takeover
4 small
0
tls://127.0.0.1:PORT
open 127.0.0.1
close
open 127.0.0.1
close
open 127.0.0.1
open 127.0.0.1
close
close
