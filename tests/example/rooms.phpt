--TEST--
rooms.php: what is said in a room is heard there only; who comes and goes is told; no room is left behind
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('rooms');
$id = [];
$join = function (WsClient $client, string $room) use (&$id): int {
    $client->text(json_encode(['join' => $room]));
    return heard($client)['joined'];
};
[$ann, $bob, $eve] = [WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
$a = $join($ann, 'kitchen');
$b = $join($bob, 'kitchen');
$ann->expectText(json_encode(['room' => 'kitchen', 'joined' => $b, 'here' => 2]));
$e = $join($eve, 'garden');

$ann->text('{"say":"Tea?"}');
$ann->expectText(json_encode(['room' => 'kitchen', 'from' => $a, 'said' => 'Tea?']));
$bob->expectText(json_encode(['room' => 'kitchen', 'from' => $a, 'said' => 'Tea?']));
$eve->expectNothing();

/* To another room: the one is told, then the other. */
$bob->text('{"join":"garden"}');
$ann->expectText(json_encode(['room' => 'kitchen', 'left' => $b, 'here' => 1]));
$eve->expectText(json_encode(['room' => 'garden', 'joined' => $b, 'here' => 2]));
$bob->expectText(json_encode(['room' => 'garden', 'joined' => $b, 'here' => 2]));
$eve->disconnect();
$bob->expectText(json_encode(['room' => 'garden', 'left' => $e, 'here' => 1]));

foreach (['{"say":"no room"}', '{"join":["x"]}', 'no JSON', '7', ''] as $nonsense) {
    WsClient::connect($server->port)->text($nonsense)->expectText('{"error":"Join a room, then say something."}')->disconnect();
}
$ann->expectNothing();
$bob->expectNothing();
ends($server, $ann, $bob);
?>
--EXPECT--
status 0
