--TEST--
Message: half a Frame is refused with an UnderflowException and nothing of it goes out
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    class App extends Ratchet\Server\EchoServer
    {
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            $half = new Ratchet\RFC6455\Messaging\Frame();
            $half->addBuffer("\x81\x05ab");
            foreach (["send", "close"] as $method) {
                try {
                    $from->$method($half);
                } catch (UnderflowException $e) {
                    $from->send("$method: " . $e->getMessage());
                }
            }
        }
    }
    serve(new App);
');
$client = WsClient::connect($server->port);
$client->text('go');
echo $client->readMessage(), "\n", $client->readMessage(), "\n";
$client->expectNothing();
?>
--EXPECT--
send: Cannot send a Frame that is not complete
close: Cannot send a Frame that is not complete
