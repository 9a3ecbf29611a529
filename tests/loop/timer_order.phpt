--TEST--
Loop: timers are called when due, equal ones in the order in which they were added
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$say = fn(string $text) => function () use ($text) { echo "$text\n"; };

$start = hrtime(true);
for ($i = 0; $i < 20; $i++) {
    $loop->addTimer(0, $say("equal $i"));
}
/* Far apart, as they are added one after the other, on a machine that may be slow. */
$loop->addTimer(0.6, $say('600 ms'));
$loop->addTimer(0.2, $say('200 ms'));
$loop->addTimer(0.4, $say('400 ms'));
$loop->addTimer('0.8', $say('800 ms'));
var_dump($loop->run(), hrtime(true) - $start >= 800000000);
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
200 ms
400 ms
600 ms
800 ms
NULL
bool(true)
