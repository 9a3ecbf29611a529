--TEST--
Loop: timers are called when due, equal ones in the order in which they were added
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$say = fn(string $text) => function () use ($text) { echo "$text\n"; };

$loop->addTimer(0.03, $say('30 ms'));
$loop->addTimer(0.01, $say('10 ms'));
$loop->addTimer(0.02, $say('20 ms'));
$loop->addTimer('0.04', $say('40 ms'));
for ($i = 0; $i < 20; $i++) {
    $loop->addTimer(0, $say("equal $i"));
}
$start = hrtime(true);
var_dump($loop->run(), hrtime(true) - $start >= 40000000);
?>
--EXPECT--
equal 0
equal 1
equal 2
equal 3
equal 4
equal 5
equal 6
equal 7
equal 8
equal 9
equal 10
equal 11
equal 12
equal 13
equal 14
equal 15
equal 16
equal 17
equal 18
equal 19
10 ms
20 ms
30 ms
40 ms
NULL
bool(true)
