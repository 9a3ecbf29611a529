--TEST--
Message: an application of objects gets Message objects with their frames
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    /* Both interfaces at once: objects it is. */
    final class App implements Ratchet\WebSocket\MessageComponentInterface, Ratchet\MessageComponentInterface {
        function onOpen(Ratchet\ConnectionInterface $conn) {}
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $frames = [];
            foreach ($msg as $frame) {
                $frames[] = $frame->getOpcode() . ($frame->isFinal() ? '!' : '-') . $frame->getPayloadLength()
                    . ($frame->isMasked() ? 'm' : '') . ':' . $frame->getPayload();
            }
            $conn->send(json_encode([get_class($msg), $msg->isBinary(), count($msg), $msg->getPayloadLength(),
                $msg->getOpcode(), $msg->isCoalesced(), $msg->getPayload(), (string) $msg, $frames]));
        }
        function onClose(Ratchet\ConnectionInterface $conn) {}
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
    }
    serve(new App);
    PHP);
$client = WsClient::connect($server->port);
$client->text('hello');
echo $client->readMessage(), "\n";
$client->binary('');
echo $client->readMessage(), "\n";
$client->fragments(WsClient::TEXT, 'one ', '', 'two ', 'three');
echo $client->readMessage(), "\n";
$client->fragments(WsClient::BINARY, 'a', 'b');
echo $client->readMessage(), "\n", $server->out();
?>
--EXPECTF--
["Ratchet\\RFC6455\\Messaging\\Message",false,1,5,1,true,"hello","hello",["1!5%S:hello"]]
["Ratchet\\RFC6455\\Messaging\\Message",true,1,0,2,true,"","",["2!0%S:"]]
["Ratchet\\RFC6455\\Messaging\\Message",false,4,13,1,true,"one two three","one two three",["1-4%S:one ","0-0%S:","0-4%S:two ","0!5%S:three"]]
["Ratchet\\RFC6455\\Messaging\\Message",true,2,2,2,true,"ab","ab",["2-1%S:a","0!1%S:b"]]
