--TEST--
Limits: pong_timeout: nobody whose pong waits behind a callback that blocked is called silent
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    class App extends Ratchet\Server\EchoServer
    {
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            if ($msg === "block") {
                usleep(4500000);
            }
            $from->send($msg);
        }
    }
    serve(new App, ["options" => ["ping_interval" => 1, "pong_timeout" => 2]]);
');
$clients = [];
for ($i = 0; $i < 100; $i++) { /* more than one look at the kernel's queue brings */
    $clients[] = WsClient::connect($server->port);
}
foreach ($clients as $client) {
    $ping = $client->readFrame();
    assert($ping->opcode === WsClient::PING);
}
$clients[0]->text('block');
foreach ($clients as $client) {
    $client->pong();
}
$alive = 0;
foreach ($clients as $client) {
    try {
        $client->text('here');
        do {
            $frame = $client->readFrame();
        } while ($frame->payload !== 'here');
        $alive++;
    } catch (WsClientException) {
    }
}
echo $alive, "\n";
?>
--EXPECT--
100
