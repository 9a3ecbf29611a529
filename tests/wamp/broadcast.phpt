--TEST--
Topic: who gets a broadcast, and that it is the same text for all
--FILE--
<?php
require __DIR__ . '/wamp.inc';

class Counted implements JsonSerializable
{
    public int $calls = 0;
    public function jsonSerialize(): mixed
    {
        $this->calls++;
        return ['n' => 1];
    }
}

$topic = new Ratchet\Wamp\Topic('http://example.com/t');
$wires = $ids = [];
foreach (range(1, 4) as $i) {
    $wires[$i] = new Wire;
    $topic->add(new Ratchet\Wamp\WampConnection($wires[$i]));
    $ids[$i] = $wires[$i]->WAMP->sessionId;
    $wires[$i]->log = [];
}
/* The numbers of those who got it. */
$who = function (...$arguments) use ($topic, &$wires) {
    $result = $topic->broadcast(...$arguments);
    $got = '';
    foreach ($wires as $i => $wire) {
        $got .= $wire->log ? $i : '';
        $text = $wire->log[0] ?? $text ?? '';
        $wire->log = [];
    }
    echo $result === $topic ? '' : 'another topic ', $got ?: 'nobody', "\n";
    return $text ?? '';
};

echo $who('hi'), "\n";
echo $who(['a' => ['b' => []], 'é' => '/', 'f' => 1.0]), "\n";
echo $who(null), "\n";
$who('x', [$ids[1]]);
$who('x', [$ids[1], $ids[4], 'nobody']);
$who('x', [], [$ids[2]]);
$who('x', [], ['nobody']);
$who('x', [$ids[2]], [$ids[2], $ids[3]]);
$who('x', eligible: [$ids[3]]);
$who('x', ['k' => $ids[3]], [], 'too much');

echo "loosely, as in_array() compares, in short lists and in long ones\n";
foreach ([0, 40] as $padding) {
    $pad = array_map(fn($i) => "pad$i", range(0, $padding));
    foreach ([[true], [false], [null], [0], [[]], [new Ratchet\Wamp\Topic($ids[2])], [1.5, $ids[3]], [$ids[4], $ids[4]]] as $list) {
        $who('x', [...$pad, ...$list]);
        $who('x', [], [...$list, ...$pad]);
    }
}
echo "session ids of the script's own\n";
$wires[1]->WAMP->sessionId = '1e3';
$wires[2]->WAMP->sessionId = '';
$wires[3]->WAMP->sessionId = 1000;
$wires[4]->WAMP->sessionId = 'own';
foreach ([0, 40] as $padding) {
    $pad = array_map(fn($i) => "pad$i", range(0, $padding));
    foreach ([1000, '1000', null, false, true, 'own'] as $entry) {
        $who('x', [], [...$pad, $entry]);
    }
}

echo "what JSON cannot say is sent as json_encode() returns it\n";
var_dump($who("\xff"));

echo "a message is encoded once\n";
$counted = new Counted;
echo $who($counted), ' ', $counted->calls, "\n";

echo "a class of the script's own gets event()\n";
$topic->add(new class($wires[5] = new Wire) extends Ratchet\Wamp\WampConnection {
    public function event($topic, $msg)
    {
        return $this->send(json_encode(['own event', $topic, $msg]));
    }
});
$topic->add(new class($wires[6] = new Wire) extends Ratchet\Wamp\WampConnection {
    public function send($data)
    {
        return parent::send("own send $data");
    }
});
$topic->broadcast(['m']);
foreach ([4, 5, 6] as $i) {
    echo $wires[$i]->told(), "\n";
}

echo "who leaves or comes meanwhile; a foreach keeps its place\n";
$topic = new Ratchet\Wamp\Topic('t');
$leaving = new class extends Wire {
    public $act;
    public function send($data)
    {
        $this->act && ($this->act)();
        return parent::send($data);
    }
};
$topic->add($first = new Ratchet\Wamp\WampConnection($leaving));
$topic->add($second = new Ratchet\Wamp\WampConnection($wire = new Wire));
$leaving->act = function () use ($topic, $first, $second) {
    $topic->remove($first)->remove($second);
    $topic->add(new Ratchet\Wamp\WampConnection($GLOBALS['late'] = new Wire));
};
$topic->broadcast('x');
echo count($topic), ' ', $leaving->told(), ' | ', $wire->told(), ' | ', $late->told(), "\n";
$leaving->act = null;
$topic->add($first)->add($second);
$rounds = 0;
foreach ($topic as $conn) {
    $rounds++;
    $topic->broadcast('y');
}
echo $rounds, ' ', $wire->told(), "\n";
?>
--EXPECT--
1234
[8,"http:\/\/example.com\/t","hi"]
1234
[8,"http:\/\/example.com\/t",{"a":{"b":[]},"\u00e9":"\/","f":1}]
1234
[8,"http:\/\/example.com\/t",null]
234
23
2
nobody
3
3
124
loosely, as in_array() compares, in short lists and in long ones
nobody
1234
1234
nobody
1234
nobody
1234
nobody
1234
nobody
134
2
124
3
123
4
nobody
1234
1234
nobody
1234
nobody
1234
nobody
1234
nobody
134
2
124
3
123
4
session ids of the script's own
13
13
2
2
134
4
13
13
2
2
134
4
what JSON cannot say is sent as json_encode() returns it
1234
bool(false)
a message is encoded once
1234
[8,"http:\/\/example.com\/t",{"n":1}] 1
a class of the script's own gets event()
[8,"http:\/\/example.com\/t",["m"]]
[0,"S1",1,"Ratchet\/0.4.4"] ["own event","http:\/\/example.com\/t",["m"]]
own send [0,"S2",1,"Ratchet\/0.4.4"] own send [8,"http:\/\/example.com\/t",["m"]]
who leaves or comes meanwhile; a foreach keeps its place
1 [0,"S3",1,"Ratchet\/0.4.4"] [8,"t","x"] | [0,"S4",1,"Ratchet\/0.4.4"] | [0,"S5",1,"Ratchet\/0.4.4"]
3 [8,"t","y"] [8,"t","y"] [8,"t","y"]
