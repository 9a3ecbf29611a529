--TEST--
Many unfinished messages reach memory_limit: the last are refused with 1009, and the server lives
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_zend_alloc();
skip_unless_descriptors(400);
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    serve(new Ratchet\Server\EchoServer);
', ['ini' => ['memory_limit' => '16M']]);
$other = WsClient::connect($server->port);
$clients = [];
$bytes = WsClient::frame(WsClient::TEXT, str_repeat('x', 60000), ['key' => 'abcd']);
$last = $bytes[-1];
$bytes = substr($bytes, 0, -1);
for ($i = 0; $i < 300; $i++) {
    $clients[] = WsClient::connect($server->port)->write($bytes);
    if ($i % 50 === 0) {
        $other->text("still there $i")->expectText("still there $i");
    }
}
$refused = 0;
foreach ($clients as $client) {
    /* The byte that was missing, or the refusal. */
    try {
        $client->write($last);
    } catch (WsClientException) {
    }
    $frame = $client->read();
    if ($frame->opcode === WsClient::CLOSE) {
        $refused++;
        if ($frame->code() !== 1009) {
            echo "$frame\n";
        }
    } elseif (strlen($frame->payload) !== 60000 && strlen($frame->payload) !== 0) {
        echo "$frame\n";
    }
}
var_dump($refused > 20, $refused < 280);
$server->signal(15);
echo report($server), $server->err();
?>
--EXPECT--
bool(true)
bool(true)
 => status 0
