--TEST--
Ratchet\Wamp: calls, their parameters, results and errors
--FILE--
<?php
require __DIR__ . '/wamp.inc';

$app = new WampApp;
$server = new Ratchet\Wamp\WampServer($app);
$wire = new Wire;
$server->onOpen($wire);
echo $wire->told(), "\n";
$say = function (string $message) use ($server, $wire) {
    $server->onMessage($wire, $message);
    echo $wire->told(), "\n";
};

echo "parameters: the rest of the message, the only one spread if it is a list\n";
$say('[2,"id","http://example.com/add"]');
$say('[2,"id","p",1]');
$say('[2,"id","p",1,"two",null]');
$say('[2,"id","p",[1,2]]');
$say('[2,"id","p",[[1,2]]]');
$say('[2,"id","p",{"a":1,"b":[]}]');
$say('[2,"id","p",[1],[2]]');
$say('[2,"id","p",null]');
$say('[2,"id","p",[]]');

echo "ids and types as numbers and strings\n";
$say('[2,7,"p"]');
$say('[2,1.5,"p"]');
$say('[2,null,"p"]');
$say('["2","id","p"]');
$say('[2.0,"id","p"]');
$say('{"0":2,"1":"id","2":"p"}');
$say('[2,"id",5]');

echo "answers\n";
$app->hooks['onCall'] = function ($conn, $topic, $id, $params) use ($wire) {
    $call = fn($result) => print get_class($result) . ($result === $conn ? ' the same ' : ' another ') . $wire->told() . "\n";
    $call($conn->callResult($id));
    $call($conn->callResult($id, ['a' => 1.0, 'b' => 'é/', 'c' => null]));
    $call($conn->callResult($id, null));
    $call($conn->callResult(data: 'named', id: 1));
    $call($conn->callResult($id, "\xff"));
    $call($conn->callError($id, $topic));
    $call($conn->callError($id, 'http://example.com/e#x', 'why'));
    $call($conn->callError($id, $topic, 'why', ['more']));
    $call($conn->callError($id, $topic, '', false));
    $call($conn->callError($id, $topic, 'why', null));
    $call($conn->callError($id, $topic, details: 0));
    $call($conn->callError($id, 5, 6, 7, 'what is too much'));
    $call($conn->event($topic, ['x' => 'y']));
    $call($conn->event('name', null)->send('as it is'));
    $conn->close();
    $conn->close(4001);
    echo $wire->told(), "\n";
};
$say('[2,"id","http://example.com/e"]');
?>
--EXPECT--
open "Ratchet\\Wamp\\WampConnection" "S1"
[0,"S1",1,"Ratchet\/0.4.4"]
parameters: the rest of the message, the only one spread if it is a list
call "id" "http:\/\/example.com\/add" []
[3,"id",[]]
call "id" "p" [1]
[3,"id",[1]]
call "id" "p" [1,"two",null]
[3,"id",[1,"two",null]]
call "id" "p" [1,2]
[3,"id",[1,2]]
call "id" "p" [[1,2]]
[3,"id",[[1,2]]]
call "id" "p" {"a":1,"b":[]}
[3,"id",{"a":1,"b":[]}]
call "id" "p" [[1],[2]]
[3,"id",[[1],[2]]]
call "id" "p" [null]
[3,"id",[null]]
call "id" "p" []
[3,"id",[]]
ids and types as numbers and strings
call 7 "p" []
[3,7,[]]
call 1.5 "p" []
[3,1.5,[]]
call null "p" []
[3,null,[]]
call "id" "p" []
[3,"id",[]]
call "id" "p" []
[3,"id",[]]
call "id" "p" []
[3,"id",[]]
call "id" 5 []
[3,"id",[]]
answers
call "id" "http:\/\/example.com\/e" []
Ratchet\Wamp\WampConnection the same [3,"id",[]]
Ratchet\Wamp\WampConnection the same [3,"id",{"a":1,"b":"\u00e9\/","c":null}]
Ratchet\Wamp\WampConnection the same [3,"id",null]
Ratchet\Wamp\WampConnection the same [3,1,"named"]
Ratchet\Wamp\WampConnection the same false
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e",""]
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e#x","why"]
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e","why",["more"]]
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e","",false]
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e","why"]
Ratchet\Wamp\WampConnection the same [4,"id","http:\/\/example.com\/e","",0]
Ratchet\Wamp\WampConnection the same [4,"id",5,6,7]
Ratchet\Wamp\WampConnection the same [8,"http:\/\/example.com\/e",{"x":"y"}]
Ratchet\Wamp\WampConnection the same [8,"name",null] as it is
close null close 4001

