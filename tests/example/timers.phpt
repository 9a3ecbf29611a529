--TEST--
timers.php: the time for all, an egg timer for each, which goes with its connection
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('timers');
$next = function (WsClient $client): string { /* but for the time, which comes when it comes */
    do {
        $text = $client->readMessage();
    } while (preg_match('/^It is \d\d:\d\d:\d\d$/D', $text));
    return $text;
};
$one = WsClient::connect($server->port);
$two = WsClient::connect($server->port);
echo $next($one), "\n", $next($two), "\n";
$ticks = function (WsClient $client): void { /* the next two, and nothing else */
    for ($i = 0; $i < 2; $i++) {
        $text = $client->readMessage();
        preg_match('/^It is \d\d:\d\d:\d\d$/D', $text) || throw new Exception("not the time: $text");
    }
};
$ticks($one);
$ticks($two);
echo "both have heard the time\n";

foreach (['soon', '-1', '1e9', ''] as $nonsense) {
    echo $next($one->text($nonsense)), "\n";
}
echo $next($one->text('0.3')), "\n";
echo $next($one->text('0.01')), "\n", $next($one), "\n";
$ticks($one); /* the first has not rung */

/* Gone before it rings: nothing must be left to say it to. */
$two->text('0.05')->sync()->disconnect();
echo $next($one->text('0.2')), "\n", $next($one), "\n";
$server->signal(15);
do {
    $frame = $one->read();
} while ($frame->opcode === WsClient::TEXT);
echo $frame, "\n";
$one->close(1001)->expectEof();
echo 'status ', $server->wait(), "\n", $server->err();
?>
--EXPECT--
For how many seconds?
For how many seconds?
both have heard the time
A number from 0 to 3600, please.
A number from 0 to 3600, please.
A number from 0 to 3600, please.
A number from 0 to 3600, please.
In 0.3 seconds.
In 0.01 seconds.
Your egg is ready.
In 0.2 seconds.
Your egg is ready.
close 1001 ""
status 0
