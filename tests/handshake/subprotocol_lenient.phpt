--TEST--
Handshake: setStrictSubProtocolCheck(false) upgrades without a sub-protocol where none is agreed on
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$none = TestServer::code(<<<'PHP'
    $ws = new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer);
    var_dump($ws->setStrictSubProtocolCheck(false));
    serve($ws);
    PHP);
$client = WsClient::connect($none->port, ['Sec-WebSocket-Protocol' => 'chat']);
var_dump($client->head->header('Sec-WebSocket-Protocol'));
$client->text('hello')->expectText('hello');

$some = TestServer::code(<<<'PHP'
    $ws = new Ratchet\WebSocket\WsServer(
        new class extends Ratchet\Server\EchoServer implements Ratchet\WebSocket\WsServerInterface {
            function getSubProtocols() { return ['chat']; }
        }
    );
    $ws->setStrictSubProtocolCheck(0);
    serve($ws, ['before' => function () use ($ws) { $ws->setStrictSubProtocolCheck(false); }]);
    PHP);
foreach (['other', 'other, chat', null] as $offer) {
    $client = WsClient::connect($some->port, ['Sec-WebSocket-Protocol' => $offer]);
    var_dump($client->head->header('Sec-WebSocket-Protocol'));
}

/* Changed while it runs: the next handshake obeys. */
$later = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $ws;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $this->ws->setStrictSubProtocolCheck($msg === 'strict');
            $conn->send($msg);
        }
    }
    $app = new App;
    $app->ws = new Ratchet\WebSocket\WsServer($app);
    serve($app->ws);
    PHP);
$client = WsClient::connect($later->port);
foreach (['lenient', 'strict'] as $word) {
    $client->text($word)->expectText($word);
    $head = (new WsClient($later->port))->request(WsClient::upgradeHead(['Sec-WebSocket-Protocol' => 'x']));
    echo "$word: {$head->status}\n";
}
?>
--EXPECT--
NULL
NULL
string(4) "chat"
NULL
lenient: 101
strict: 426
