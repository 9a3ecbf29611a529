--TEST--
WampServer below WsServer: sub-protocols, calls, events, sessions to leave out, and who leaves
--FILE--
<?php
require __DIR__ . '/client.inc';

$server = wamp_server();
[$a, $b, $c] = [new WampClient($server->port), new WampClient($server->port, ['Sec-WebSocket-Protocol' => 'x, wamp']), new WampClient($server->port)];
echo $a->ws->head->header('Sec-WebSocket-Protocol'), ' ', $b->ws->head->header('Sec-WebSocket-Protocol'), "\n";
var_dump(count(array_unique([$a->id, $b->id, $c->id])), (bool) preg_match('/^\d+[0-9a-f]{13}\d{9}$/D', $a->id));

var_dump($a->call('http://example.com/add', 1, ['two']));
$a->say(1, 'ex', 'http://example.com/');
foreach ([$a, $b, $c] as $client) {
    $client->say(5, $client === $a ? 'ex:t' : 'http://example.com/#t');
    $client->ws->sync();
}
$topic = 'http://example.com/#t';
$a->say(7, 'ex:t', 'to all');
foreach ([$a, $b, $c] as $client) {
    $client->expect(8, $topic, 'to all');
}
$a->say(7, 'ex:t', ['not' => 'me'], true);
$b->expect(8, $topic, ['not' => 'me']);
$c->expect(8, $topic, ['not' => 'me']);
$a->say(7, 'ex:t', 'not b', [$b->id]);
$a->expect(8, $topic, 'not b');
$c->expect(8, $topic, 'not b');
$a->say(7, 'ex:t', 'b alone', false, [$b->id, 'nobody']);
$b->expect(8, $topic, 'b alone');
$a->say(7, 'ex:t', 'nobody', [$b->id], [$b->id]);
$b->say(6, $topic)->say(7, $topic, 'from outside');
$a->expect(8, $topic, 'from outside');
$c->expect(8, $topic, 'from outside');
$c->ws->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('close');
$a->say(7, $topic, 'the rest');
$a->expect(8, $topic, 'the rest');
foreach ([$a, $b] as $client) {
    $client->ws->expectNothing();
}
$a->ws->disconnect();
$server->waitOut('~close .*close ~s');

echo "without the sub-protocol, which WsServer insists on\n";
foreach ([[], ['Sec-WebSocket-Protocol' => 'wamp.2.json']] as $headers) {
    echo (new WsClient($server->port))->request(WsClient::upgradeHead($headers))->line, "\n";
}
echo $server->finish(), "\n", preg_replace('/"\d+[0-9a-f]{13}\d{9}"/', 'ID', $server->out());

echo "an application with sub-protocols of its own\n";
$server = TestServer::code('
    require ' . var_export(__DIR__ . '/wamp.inc', true) . ';
    class Speaking extends WampApp implements Ratchet\WebSocket\WsServerInterface {
        public function getSubProtocols() { return ["own"]; }
    }
    $wamp = new Ratchet\Wamp\WampServer(new Speaking);
    echo json_encode($wamp->getSubProtocols()), "\n";
    serve($wamp);
');
echo (new WampClient($server->port, ['Sec-WebSocket-Protocol' => 'own']))->ws->head->header('Sec-WebSocket-Protocol'), ' ',
    (new WampClient($server->port))->ws->head->header('Sec-WebSocket-Protocol'), "\n";
?>
--EXPECT--
wamp wamp
int(3)
bool(true)
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(1) {
    [0]=>
    string(3) "two"
  }
}
without the sub-protocol, which WsServer insists on
HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
0
open "Ratchet\\Wamp\\WampConnection" "S1"
open "Ratchet\\Wamp\\WampConnection" "S2"
open "Ratchet\\Wamp\\WampConnection" "S3"
call "call 1" "http:\/\/example.com\/add" [1,["two"]]
subscribe "S1" "http:\/\/example.com\/#t" 1 true
subscribe "S2" "http:\/\/example.com\/#t" 2 true
subscribe "S3" "http:\/\/example.com\/#t" 3 true
publish "S1" "http:\/\/example.com\/#t" "to all" [] []
publish "S1" "http:\/\/example.com\/#t" {"not":"me"} ["S1"] []
publish "S1" "http:\/\/example.com\/#t" "not b" ["S2"] []
publish "S1" "http:\/\/example.com\/#t" "b alone" [] ["S2","nobody"]
publish "S1" "http:\/\/example.com\/#t" "nobody" ["S2"] ["S2"]
unsubscribe "S2" "http:\/\/example.com\/#t" 2 false
publish "S2" "http:\/\/example.com\/#t" "from outside" [] []
close "S3" {"http:\/\/example.com\/#t":2}
publish "S1" "http:\/\/example.com\/#t" "the rest" [] []
close "S1" {"http:\/\/example.com\/#t":1}
end
an application with sub-protocols of its own
own wamp
