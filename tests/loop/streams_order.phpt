--TEST--
Loop: in a turn come ticks, timers, streams to read and streams to write, each in the order they were added
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
$say = fn(string $what) => function () use ($what) { echo "$what "; };
[$a, $b] = pair();
[$c, $d] = pair();
$loop->addWriteStream($a, $say('write-a'));
$loop->addReadStream($d, $say('read-d'));
$loop->addReadStream($a, $say('read-a'));
$loop->addReadStream($a, $say('never'));
$loop->addWriteStream($a, $say('never'));
$loop->addTimer(0, $say('timer'));
$loop->addReadStream($c, $say('read-c'));
$loop->addWriteStream($d, $say('write-d'));
$loop->futureTick($say('tick'));
fwrite($d, 'x');
fwrite($b, 'x');
fwrite($c, 'x');
turn($loop);
echo "\n";
turn($loop); /* nothing was read: all of it again */
echo "\n";

/* Added again, it is the last one. */
$loop->removeReadStream($d);
$loop->removeReadStream($a);
$loop->removeWriteStream($a);
$loop->addWriteStream($a, $say('second-a'));
turn($loop);
echo "\n";
?>
--EXPECT--
tick timer read-d read-a read-c write-a write-d 
read-d read-a read-c write-a write-d 
read-c write-d second-a 
