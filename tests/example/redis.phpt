--TEST--
redis.php: what a client of one server says, those of another hear by Redis, and so does what a program publishes
--SKIPIF--
<?php
require __DIR__ . '/redis.inc';
if (Redis::program() === null) {
    die('skip redis-server is not installed');
}
try {
    [, $standIn] = redis_vendor();
} catch (RuntimeException $e) {
    die('skip ' . $e->getMessage());
}
echo $standIn === null ? '' : "info $standIn";
?>
--FILE--
<?php
require __DIR__ . '/example.inc';
require __DIR__ . '/redis.inc';

$redis = new Redis;
[$vendor] = redis_vendor();
$start = function () use ($redis, $vendor): TestServer {
    $server = example('redis', ["127.0.0.1:{$redis->port}"], [], $vendor);
    $server->waitOut("Subscribed.\n");
    return $server;
};
$here = $start();
$there = $start();
$ann = WsClient::connect($here->port);
$bob = WsClient::connect($there->port);
$zoe = WsClient::connect($there->port);
foreach ([[$ann, 'hello'], [$bob, "grüße\r\n\$5\r\n🐘"], [$ann, ''], [$bob, str_repeat('long ', 50000)]] as [$from, $text]) {
    $from->text($text);
    foreach ([$ann, $bob, $zoe] as $client) {
        $client->expectText($text);
    }
}
echo "Redis says ", $redis->command('PUBLISH chat news'), " have heard it\n";
foreach ([$ann, $bob, $zoe] as $client) {
    $client->expectText('news');
}

/* Redis goes: who says something is told. It comes back: all goes on. */
$redis->stop();
do {
    $answer = $ann->text('is anybody there?')->readMessage();
} while (!str_starts_with($answer, 'Nobody has heard that: '));
echo "Nobody has heard that\n";
foreach ([$ann, $bob, $zoe] as $client) {
    $client->disconnect(); /* or Redis, started now, would inherit it */
}
$redis->start();
foreach ([$here, $there] as $server) {
    $server->waitOut("~(Subscribed\.\n.*){2}~s");
}
$ann = WsClient::connect($here->port);
$bob = WsClient::connect($there->port);
$bob->text('again')->expectText('again');
$ann->expectText('again');
ends($here, $ann);
ends($there, $bob);
?>
--EXPECT--
Redis says :2 have heard it
Nobody has heard that
status 0
status 0
