--TEST--
Two hundred connections at a time, each with its own bytes, closed in every order
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$loop = loop();
$server = server(new React\Socket\TcpServer('127.0.0.1:0', $loop, ['backlog' => 300]));
$open = 0;
$most = 0;
$server->on('connection', function ($c) use (&$open, &$most) {
    $most = max($most, ++$open);
    $c->on('data', function ($data) use ($c) {
        $c->write(strrev($data));
        if (ord($data[0]) % 2) {
            $c->end();
        }
    });
    $c->on('close', function () use (&$open) { $open--; });
});
$clients = [];
for ($i = 0; $i < 200; $i++) {
    $clients[] = new Client($loop, $server->getAddress());
}
run($loop, function () use (&$most) { return $most === 200; });
foreach ($clients as $i => $client) {
    $client->write(chr($i) . "number $i");
}
run($loop, fn() => !array_filter($clients, fn($c) => $c->got === ''));
$right = 0;
foreach ($clients as $i => $client) {
    $right += $client->got === strrev(chr($i) . "number $i");
}
shuffle($clients);
foreach ($clients as $client) {
    $client->close();
}
run($loop, function () use (&$open) { return $open === 0; });
$server->close();
run($loop);
var_dump($most, $right, $open);
?>
--EXPECT--
int(200)
int(200)
int(0)
