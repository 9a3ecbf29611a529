--TEST--
Broadcast: 50 clients each get every message, in the order of the sender
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve(new Broadcast);');
$clients = [];
for ($i = 0; $i < 50; $i++) {
    $clients[] = WsClient::connect($server->port);
}
/* Two senders at once: each one's order holds, and all hear the same. */
$bytes = ['', ''];
for ($i = 0; $i < 40; $i++) {
    $bytes[0] .= WsClient::frame(WsClient::TEXT, "a $i");
    $bytes[1] .= WsClient::frame(WsClient::TEXT, "b $i " . str_repeat('.', 100 * $i));
}
$clients[7]->write($bytes[0]);
$clients[31]->write($bytes[1], 1000);
$heard = [];
foreach ($clients as $n => $client) {
    for ($i = 0; $i < 80; $i++) {
        $heard[$n][] = $client->readMessage();
    }
    $client->expectNothing();
}
foreach ($heard as $n => $messages) {
    if ($messages !== $heard[0]) {
        echo "client $n heard something else\n";
    }
}
foreach (['a', 'b'] as $sender) {
    $numbers = [];
    foreach ($heard[0] as $message) {
        if ($message[0] === $sender) {
            $numbers[] = (int) substr($message, 2);
        }
    }
    var_dump($numbers === range(0, 39));
}
echo $server->out(), $server->err();
?>
--EXPECT--
bool(true)
bool(true)
