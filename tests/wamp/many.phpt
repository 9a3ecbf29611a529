--TEST--
Topic: a broadcast to 300 subscribers, of which some are left out and some leave
--FILE--
<?php
require __DIR__ . '/client.inc';

$server = wamp_server('
    $app->hooks["onOpen"] = $app->hooks["onClose"] = function () {};
    $app->hooks["onCall"] = fn($conn, $topic, $id) => $conn->callResult($id, count($topic));
');
$clients = $ids = [];
for ($i = 0; $i < 300; $i++) {
    $clients[] = (new WampClient($server->port))->say(5, 'all')->say(5, "own $i");
    $ids[] = end($clients)->id;
}
var_dump(count(array_unique($ids)));
array_walk($clients, fn($client) => $client->ws->sync());
$first = $clients[0];
echo $first->call('all'), "\n";

$large = str_repeat('large ', 2000);
$first->say(7, 'all', 'small')->say(7, 'all', $large);
foreach ($clients as $client) {
    $client->expect(8, 'all', 'small')->expect(8, 'all', $large);
}
$first->say(7, 'all', 'odd', array_values(array_filter($ids, fn($i) => $i % 2 === 0, ARRAY_FILTER_USE_KEY)));
$first->say(7, 'all', 'tens', false, array_values(array_filter($ids, fn($i) => $i % 10 === 0, ARRAY_FILTER_USE_KEY)));
$first->say(7, 'own 7', 'for the eighth');
$first->ws->sync();
foreach ($clients as $i => $client) {
    $i % 2 === 0 || $client->expect(8, 'all', 'odd');
    $i % 10 !== 0 || $client->expect(8, 'all', 'tens');
    $i !== 7 || $client->expect(8, 'own 7', 'for the eighth');
    $client->ws->expectNothing();
}
foreach ($clients as $i => $client) {
    if ($i % 3 !== 0) {
        $client->ws->disconnect();
        unset($clients[$i]);
    }
}
$server->waitOut('~\A(?:(?!close).)*+(?:close(?:(?!close).)*+){200}~s');
echo $first->call('all'), ' ', $first->call('own 3'), ' ', $first->call('own 4'), "\n";
$first->say(7, 'all', 'rest');
foreach ($clients as $client) {
    $client->expect(8, 'all', 'rest');
    $client->ws->expectNothing();
}
echo $server->finish(), "\n";
?>
--EXPECT--
int(300)
300
100 1 0
0
