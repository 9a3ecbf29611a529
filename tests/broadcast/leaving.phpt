--TEST--
Broadcast: clients come and go while messages go round
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . '; serve(new Broadcast);');
$stay = WsClient::connect($server->port);
for ($i = 0; $i < 60; $i++) {
    $guest = WsClient::connect($server->port);
    $stay->text("message $i")->expectText("message $i");
    match ($i % 4) {
        0 => $guest->disconnect(), /* with bytes unread: a reset */
        1 => $guest->expectText("message $i")->disconnect(),
        2 => $guest->close(1000)->expectText("message $i")->expectClose(1000)->expectEof(),
        3 => $guest->shutdown()->expectText("message $i")->expectEof(),
    };
    $stay->text("and $i")->expectText("and $i");
}
for ($end = microtime(true) + WsClient::DEADLINE; microtime(true) < $end; usleep(1000)) {
    if (($count = $stay->text('count')->readMessage()) === '1') {
        break;
    }
}
echo $count, "\n", $server->out(), $server->err();
?>
--EXPECT--
1
