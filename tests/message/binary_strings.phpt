--TEST--
Messages: sendBinary() sends binary, and messageIsBinary tells an application of strings which kind it got
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$app = <<<'PHP'
    final class App implements Ratchet\MessageComponentInterface {
        function onOpen(Ratchet\ConnectionInterface $conn) {
            $conn->send(json_encode([$conn->messageIsBinary, isset($conn->messageIsBinary), empty($conn->messageIsBinary)]));
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($conn->messageIsBinary) {
                echo $conn->sendBinary($msg) === $conn ? "same\n" : "another\n";
                return;
            }
            if ($msg === 'wrong') {
                foreach ([[], new stdClass] as $value) {
                    try {
                        $conn->sendBinary($value);
                    } catch (TypeError $e) {
                        echo $e->getMessage(), "\n";
                    }
                }
            }
            $conn->send($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            $conn->sendBinary('too late');
            echo 'closed after ', $conn->messageIsBinary ? 'binary' : 'text', "\n";
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { throw $e; }
    }
    PHP;

$layer = <<<'PHP'
    final class Layer implements Ratchet\Http\HttpServerInterface {
        function __construct(private $inner) {}
        function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null) { $this->inner->onOpen($conn, $request); }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $this->inner->onMessage($conn, $msg); }
        function onClose(Ratchet\ConnectionInterface $conn) { $this->inner->onClose($conn); }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { $this->inner->onError($conn, $e); }
    }
    PHP;
$servers = [
    'native' => $app . 'serve(new App);',
    'await' => $app . "serve(new App, ['options' => ['await' => true]]);",
    'behind a layer' => $app . $layer . 'serve(new Ratchet\Http\HttpServer(new Layer(new Ratchet\WebSocket\WsServer(new App))));',
];
foreach ($servers as $name => $code) {
    echo "-- $name\n";
    $server = TestServer::code($code);
    $client = WsClient::connect($server->port);
    $client->expectText('[false,true,true]');
    $client->binary("\0\xff\xfe")->expectBinary("\0\xff\xfe");
    $client->text('text')->expectText('text');
    /* Several in one read: each is told of its own. */
    $client->write(WsClient::frame(WsClient::BINARY, 'one') . WsClient::frame(WsClient::TEXT, 'two') . WsClient::frame(WsClient::BINARY, ''));
    $client->expectBinary('one')->expectText('two')->expectBinary('');
    $client->fragments(WsClient::BINARY, "\xe2", "\x82")->expectBinary("\xe2\x82");
    $client->text('wrong')->expectText('wrong');
    $client->binary(str_repeat("\x80", 70000))->expectBinary(str_repeat("\x80", 70000));
    $client->close(1000)->expectClose(1000)->expectEof();
    $server->waitOut('closed after');
    $server->finish();
    echo $server->out();
}
?>
--EXPECT--
-- native
same
same
same
same
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, array given
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, stdClass given
same
closed after binary
-- await
same
same
same
same
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, array given
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, stdClass given
same
closed after binary
-- behind a layer
same
same
same
same
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, array given
Ratchet\WebSocket\WsConnection::sendBinary(): Argument #1 ($data) must be of type string, stdClass given
same
closed after binary
