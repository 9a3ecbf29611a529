--TEST--
Message: a received Message that is sent again keeps its opcode and its fragments
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class implements Ratchet\WebSocket\MessageComponentInterface {
        private array $kept = [];
        function onOpen(Ratchet\ConnectionInterface $conn) {}
        function onMessage(Ratchet\ConnectionInterface $conn, Ratchet\RFC6455\Messaging\MessageInterface $msg) {
            $this->kept[] = $msg;
            foreach ($this->kept as $message) {
                $conn->send($message);
            }
        }
        function onClose(Ratchet\ConnectionInterface $conn) {}
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    });
    PHP);
$client = WsClient::connect($server->port);
$client->fragments(WsClient::BINARY, 'one ', 'two ', 'three');
foreach (['binary without FIN "one "', 'continuation without FIN "two "', 'continuation "three"'] as $expected) {
    $frame = (string) $client->readFrame();
    echo $frame, $frame === $expected ? '' : ' WRONG', "\n";
}
$client->text('next');
echo $client->read(), "\n", $client->read(), "\n", $server->out();
?>
--EXPECT--
binary without FIN "one "
continuation without FIN "two "
continuation "three"
binary "one two three"
text "next"
