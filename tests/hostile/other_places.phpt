--TEST--
exit() and exceptions in listeners of streams and signals, in onDrain() and in the onClose() that stop() brings
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

in_other_places('exit', 'fn() => exit(7)', false);
in_other_places('exit in a destructor', 'function () { new class { public function __destruct() { exit(8); } }; }', false);
in_other_places('exception', 'fn() => throw new Exception("harm")', true);
in_other_places('error', 'fn() => no_such_function()', true, ['reader', 'drain', 'stop']);
?>
--EXPECT--
-- exit
reader: harm | shutdown => status 7
writer: harm | shutdown => status 7
signal: harm | shutdown => status 7
periodic: harm | shutdown => status 7
drain: harm | shutdown => status 7
stop: harm | shutdown => status 7
-- exit in a destructor
reader: harm | shutdown => status 8
writer: harm | shutdown => status 8
signal: harm | shutdown => status 8
periodic: harm | shutdown => status 8
drain: harm | shutdown => status 8
stop: harm | shutdown => status 8
-- exception
reader: harm | out of run(): Exception harm | ended | shutdown => status 0
writer: harm | out of run(): Exception harm | ended | shutdown => status 0
signal: harm | out of run(): Exception harm | ended | shutdown => status 0
periodic: harm | out of run(): Exception harm | ended | shutdown => status 0
drain: harm | onError: harm | ended | shutdown => status 0
stop: harm | ended | shutdown => status 0
-- error
reader: harm | out of run(): Error Call to undefined function no_such_function() | ended | shutdown => status 0
drain: harm | onError: Call to undefined function no_such_function() | ended | shutdown => status 0
stop: harm | ended | shutdown => status 0
