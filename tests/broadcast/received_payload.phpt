--TEST--
Broadcast: the received string itself is sent to all while more messages come in
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve(new Broadcast);');
$clients = [];
for ($i = 0; $i < 5; $i++) {
    $clients[] = WsClient::connect($server->port);
}
$sizes = [300000, 5, 1 << 20, 2000, 1999, 0, 1, 70000];
$texts = [];
foreach ($sizes as $i => $size) {
    $texts[] = $text = str_repeat(chr(97 + $i), $size);
    $clients[0]->text($text);
}
foreach ($clients as $client) {
    foreach ($texts as $text) {
        $client->expectText($text);
    }
    $client->expectNothing();
}
echo "done\n";
?>
--EXPECT--
done
