--TEST--
Broadcast: one who does not read holds nobody up, and gets everything when it reads again
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve(new Broadcast);');
$slow = WsClient::connect($server->port);
$clients = [];
for ($i = 0; $i < 3; $i++) {
    $clients[] = WsClient::connect($server->port);
}
/* More than the kernel takes, less than max_queued_bytes */
$messages = 120;
for ($i = 0; $i < $messages; $i++) {
    $text = "$i " . str_repeat(chr(97 + $i % 26), 100000);
    $clients[$i % 3]->text($text);
    foreach ($clients as $client) {
        $client->expectText($text);
    }
}
for ($i = 0; $i < $messages; $i++) {
    $slow->expectText("$i " . str_repeat(chr(97 + $i % 26), 100000));
}
$slow->text('I am here')->expectText('I am here');
echo $server->err(), "done\n";
?>
--EXPECT--
done
