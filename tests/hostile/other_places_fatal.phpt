--TEST--
Fatal errors in listeners of streams and signals, in onDrain() and in the onClose() that stop() brings
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('pcntl_alarm', 'posix_kill');
?>
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";
require __DIR__ . "/other_places.inc";

in_other_places('E_USER_ERROR', 'fn() => trigger_error("harm", E_USER_ERROR)', false);
in_other_places('time', 'function () { set_time_limit(1); for (;;); }', false, ['signal', 'drain', 'stop']);
?>
--EXPECT--
-- E_USER_ERROR
reader: harm | shutdown: harm => status 255
writer: harm | shutdown: harm => status 255
signal: harm | shutdown: harm => status 255
periodic: harm | shutdown: harm => status 255
drain: harm | shutdown: harm => status 255
stop: harm | shutdown: harm => status 255
-- time
signal: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
drain: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
stop: harm | shutdown: Maximum execution time of 1 second exceeded => status 255
