--TEST--
A message that does not fit under memory_limit is refused with 1009, and the server lives
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_zend_alloc();
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
foreach (['whole', 'in fragments'] as $how) {
    $client = WsClient::connect($server->port);
    try {
        if ($how === 'whole') {
            $client->text(str_repeat('x', 20 << 20));
        } else {
            $client->fragments(WsClient::TEXT, ...array_fill(0, 64, str_repeat('x', 20 << 14)));
        }
    } catch (WsClientException) {
        /* the server has closed, perhaps before all was written */
    }
    echo "20 MiB $how: ", $client->read(), "\n";
    $other->text('still there')->expectText('still there');
}
$client = WsClient::connect($server->port);
$client->text(str_repeat('y', 4 << 20));
echo strlen($client->readMessage()), "\n";
$server->signal(15);
echo report($server), $server->err();
?>
--EXPECT--
20 MiB whole: close 1009 "Maximum message size exceeded"
20 MiB in fragments: close 1009 "Maximum message size exceeded"
4194304
 => status 0
