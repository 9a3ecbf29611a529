--TEST--
WampConnection: prefixes, and what getUri() makes of them
--FILE--
<?php
require __DIR__ . '/wamp.inc';

$server = new Ratchet\Wamp\WampServer(new WampApp);
$wire = new Wire;
$server->onOpen($wire);
$wire->told();

foreach (['[1,"p","http://example.com/p"]', '[1,"1","one"]', '[1,"n",5]', '[1,"t",true]', '[1,"z",null]', '[1,null,"nobody"]',
          '[1,"p2","a:b"]', '[1,2,"two"]'] as $message) {
    $server->onMessage($wire, $message);
}
echo $wire->told(), "\n";
$conn = (new ReflectionProperty('Ratchet\Wamp\WampServer', 'wampProtocol'))->getValue($server);
$conn = (new ReflectionProperty('Ratchet\Wamp\ServerProtocol', 'connections'))->getValue($conn)[$wire];
var_dump($conn instanceof Ratchet\Wamp\WampConnection);

echo get_class($conn->WAMP), ' ', json_encode($wire->WAMP->prefixes), "\n";
$kept = $conn->WAMP;
var_dump($conn->prefix('srv', 'http://example.com/s') === $conn, $kept === $wire->WAMP, $kept->prefixes['srv']);
echo $wire->told(), "\n";

foreach (['p:a', 'p:a:b', 'p:', 'p', 'q:a', ':a', '', ':', 'srv:x', '1:x', '2:x', 'n:x', 't:x', 'z:x', 'p2:c', 'P:a',
          'http://p:1', 'https://p:1', 'httpssss://p:1', 'HTTP://p:1', 'http:/p:1', 'http:p:1', 'https:p:1', 'xhttp://p:1', 'p:http://a',
          'http', 'httphttp://', "p:\0x"] as $uri) {
    echo json_encode($uri), ' ', json_encode($conn->getUri($uri)), "\n";
}
var_dump($conn->getUri(5), $conn->getUri(1.5), $conn->getUri(true));
$topic = new Ratchet\Wamp\Topic('p:t');
var_dump($conn->getUri($topic), $conn->getUri(new Ratchet\Wamp\Topic('x')) instanceof Ratchet\Wamp\Topic);
try {
    $conn->getUri([]);
} catch (TypeError $e) {
    echo get_class($e), "\n";
}

echo "prefixes are used wherever a client names something\n";
$server->onMessage($wire, '[2,"id","p:call",1]');
$server->onMessage($wire, '[5,"p:topic"]');
$server->onMessage($wire, '[7,"p:topic","event"]');
$server->onMessage($wire, '[6,"p:topic"]');
echo $wire->told(), "\n";

echo "what a script assigns wins\n";
$wire->WAMP->prefixes = ['own' => 'http://own'];
echo $conn->getUri('own:x'), ' ', $conn->getUri('p:x'), "\n";
$wire->WAMP->prefixes = null;
echo $conn->getUri('own:x'), "\n";
$server->onMessage($wire, '[1,"again","http://again"]');
echo $conn->getUri('again:x'), "\n";
unset($wire->WAMP->prefixes);
$conn->prefix('new', 'http://new');
echo $conn->getUri('new:x'), "\n";
$reference = &$wire->WAMP->prefixes;
$server->onMessage($wire, '[1,"ref","http://ref"]');
echo json_encode($reference), "\n";
$copy = $wire->WAMP->prefixes;
$conn->prefix('later', 'x');
echo json_encode($copy), "\n";
$wire->WAMP = null;
echo $conn->getUri('new:x'), "\n";
?>
--EXPECT--
open "Ratchet\\Wamp\\WampConnection" "S1"

bool(true)
stdClass {"p":"http:\/\/example.com\/p","1":"one","n":5,"t":true,"z":null,"":"nobody","p2":"a:b","2":"two"}
bool(true)
bool(true)
string(20) "http://example.com/s"
[1,"srv","http:\/\/example.com\/s"]
"p:a" "http:\/\/example.com\/p#a"
"p:a:b" "http:\/\/example.com\/p#a"
"p:" "http:\/\/example.com\/p#"
"p" "p"
"q:a" "q:a"
":a" "nobody#a"
"" ""
":" "nobody#"
"srv:x" "http:\/\/example.com\/s#x"
"1:x" "one#x"
"2:x" "two#x"
"n:x" "5#x"
"t:x" "1#x"
"z:x" "z:x"
"p2:c" "a:b#c"
"P:a" "P:a"
"http:\/\/p:1" "http:\/\/p:1"
"https:\/\/p:1" "https:\/\/p:1"
"httpssss:\/\/p:1" "httpssss:\/\/p:1"
"HTTP:\/\/p:1" "HTTP:\/\/p:1"
"http:\/p:1" "http:\/p:1"
"http:p:1" "http:p:1"
"https:p:1" "https:p:1"
"xhttp:\/\/p:1" "xhttp:\/\/p:1"
"p:http:\/\/a" "p:http:\/\/a"
"http" "http"
"httphttp:\/\/" "httphttp:\/\/"
"p:\u0000x" "http:\/\/example.com\/p#\u0000x"
int(5)
float(1.5)
bool(true)
string(22) "http://example.com/p#t"
bool(true)
TypeError
prefixes are used wherever a client names something
call "id" "http:\/\/example.com\/p#call" [1]
subscribe "S1" "http:\/\/example.com\/p#topic" 1 true
publish "S1" "http:\/\/example.com\/p#topic" "event" [] []
unsubscribe "S1" "http:\/\/example.com\/p#topic" 0 false
[3,"id",[1]] [8,"http:\/\/example.com\/p#topic","event"]
what a script assigns wins
http://own#x p:x
own:x
http://again#x
http://new#x
{"new":"http:\/\/new","ref":"http:\/\/ref"}
{"new":"http:\/\/new","ref":"http:\/\/ref"}
new:x
