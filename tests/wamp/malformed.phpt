--TEST--
WampServer: what is no message of the protocol closes that connection with 1007, and nothing else happens
--FILE--
<?php
require __DIR__ . '/client.inc';

$server = wamp_server();
$other = new WampClient($server->port);
$other->say(5, 't');
$bad = [
    'nojson', '', ' ', '{', '[5,"a"]]', "[5,\"\xff\"]", '{"a":1}', '{"0":"fail","a":"b"}', '{"1":"a","0":5}',
    'null', 'true', 'false', '5', '"x"', '[]', '{}', '[null]', '[null,"t"]', '[false,"t"]',
    '[0]', '[3]', '[4]', '[8]', '[9]', '[-1]', '[3,"a"]', '[0,"a",1,"x"]', '["x","t"]', '["5x","t"]', '[[5],"t"]', '[{},"t"]', '[5.5,"t"]',
    '[5]', '[5,null]', '[5,[]]', '[5,["a"]]', '[5,{"a":1}]', '[5,true]', '[5,false]',
    '[6]', '[6,null]', '[6,["a"]]',
    '[2]', '[2,"a"]', '[2,"a",null]', '[2,"a",[1]]', '[2,"a",[]]', '[2,"a",{"x":1}]', '[2,["a"],"p"]', '[2,true,"p"]',
    '[7]', '[7,"x"]', '[7,null,"e"]', '[7,["x"],"e"]', '[7,"x","y",true,"str"]', '[7,"x","y",true,null]', '[7,"x","y",true,5]', '[7,"x","y",[],true]',
    '[1]', '[1,"a"]', '[1,["a"],"b"]', '[1,"a",["b"]]', '[1,"a",{"b":1}]',
    str_repeat('[', 513) . str_repeat(']', 513), str_repeat('[', 100000), '[5,' . str_repeat('[', 600) . str_repeat(']', 600) . ']',
    str_repeat('{"a":', 1000) . '1' . str_repeat('}', 1000),
];
foreach ($bad as $message) {
    $client = new WampClient($server->port);
    $client->ws->send(preg_match('//u', $message) ? WsClient::TEXT : WsClient::BINARY, $message)->text('[7,"t","behind"]');
    try {
        $client->ws->expectClose(1007, '');
    } catch (WsClientException $e) {
        echo substr($message, 0, 50), ': ', $e->getMessage(), "\n";
    }
    $client->ws->disconnect();
}
/* As binary, and in pieces. */
$client = new WampClient($server->port);
$client->ws->binary('[2,"id","p",1]')->expectText('[3,"id",[1]]');
$client->ws->fragments(WsClient::TEXT, '[2,"id"', ',"p",2', ']')->expectText('[3,"id",[2]]');

echo json_encode($other->call('alive')), "\n";
$other->say(7, 't', 'event')->expect(8, 't', 'event');
$other->ws->expectNothing();
$server->waitOut('"event"');
$count = array_count_values(preg_replace('/ .*/', '', explode("\n", trim($server->out()))));
var_dump(count($bad), $count['open'] - 2 === count($bad), $count['error'] ?? 0);
$server->waitOut('close "S' . (count($bad) + 1) . '"');
echo $server->finish(), $server->err(), "\n";

echo "nested as deep as it may be\n";
require __DIR__ . '/wamp.inc';
$app = new class extends WampApp {
    protected function say(string $what, ...$values): void
    {
        echo $what, ' ';
    }
};
$wamp = new Ratchet\Wamp\WampServer($app);
$wamp->onOpen($wire = new Wire);
foreach ([511, 512] as $depth) {
    $wamp->onMessage($wire, '[2,"i","p",' . str_repeat('[', $depth) . str_repeat(']', $depth) . ']');
    echo $depth, ' ', substr(end($wire->log), 0, 10), "\n";
}
?>
--EXPECT--
[]
int(67)
bool(true)
int(0)
0
nested as deep as it may be
open 511 close 1007
512 close 1007
