--TEST--
wamp.php: subscribe, publish, call
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('wamp');
$connect = function () use ($server): WsClient {
    $client = WsClient::connect($server->port, ['Sec-WebSocket-Protocol' => 'wamp']);
    [$type, , $version] = heard($client);
    echo $type === 0 && $version === 1 ? 'welcome' : 'no welcome', ', ', $client->head->header('Sec-WebSocket-Protocol'), "\n";
    return $client;
};
$ann = $connect();
$bob = $connect();
$ann->text('[5,"stock:elephants"]')->expectText('[8,"stock:elephants",{"price":40}]');
$bob->text('[7,"stock:elephants",{"price":"42.5"}]');
$ann->expectText('[8,"stock:elephants",{"price":42.5}]');
$bob->expectNothing(); /* it has not subscribed */

$ann->text('[7,"stock:elephants",{"price":42.5},true]')->expectNothing(); /* for all but Ann */
foreach (['[7,"stock:elephants",{"price":"dear"}]', '[7,"stock:elephants","x"]', '[7,"stock:mice",{"price":1}]'] as $ignored) {
    $bob->text($ignored);
}
$bob->text('[2,"a","price","stock:elephants"]')->expectText('[3,"a",{"price":42.5}]');
foreach (['[2,"b","price","stock:mice"]', '[2,"c","buy"]'] as $call) {
    [$type, $id, $uri, $why] = heard($bob->text($call));
    echo "$type $id $uri: $why\n";
}
$ann->text('[6,"stock:elephants"]')->sync();
$bob->text('[7,"stock:elephants",{"price":1}]')->sync();
$ann->expectNothing();
ends($server, $ann, $bob);
?>
--EXPECT--
welcome, wamp
welcome, wamp
4 b price: There is no such thing.
4 c buy: There is no such thing.
status 0
