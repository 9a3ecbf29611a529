--TEST--
WampServer: a message that JSON would make larger than memory_limit is refused, and the server lives on
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_zend_alloc(); ?>
--FILE--
<?php
require __DIR__ . '/client.inc';

$server = wamp_server('$app->hooks["onCall"] = fn($conn, $topic, $id, $params) => $conn->callResult($id, count($params, COUNT_RECURSIVE));',
    ['ini' => ['memory_limit' => '48M']]);
$other = new WampClient($server->port);
foreach (['[1],', '{"a":1},', '[[[[]]]],', '1,'] as $unit) {
    $client = new WampClient($server->port);
    $client->ws->text('[2,"id","p",[' . str_repeat($unit, (int) (3e6 / strlen($unit))) . '0]]')->expectClose(1007, '')->disconnect();
}
/* What fits goes on: a long text, and a large list. */
$other->ws->text('[2,"id","p","' . str_repeat('text ', 1000000) . '"]')->expectText('[3,"id",1]');
$other->ws->text('[2,"id","p",[' . str_repeat('[1],', 20000) . '0]]')->expectText('[3,"id",40001]');
echo $server->finish(), "\n", substr_count($server->out(), "close"), " ", substr($server->out(), -4), $server->err();
?>
--EXPECT--
0
4 end
