--TEST--
memory_limit and max_execution_time reached in a callback: shutdown functions run, status 255, the port is left
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_zend_alloc();
?>
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

in_every_place('
    register_shutdown_function(function () { echo "shutdown: ", strstr(error_get_last()["message"], " (", true) ?: error_get_last()["message"], "\n"; });
    hostile(PLACE, function () { $all = []; for (;;) { $all[] = str_repeat("x", 1 << 20); } });
', ['ini' => ['memory_limit' => '32M', 'display_errors' => '0']]);
in_every_place('
    register_shutdown_function(function () { echo "shutdown: ", error_get_last()["message"], "\n"; });
    hostile(PLACE, function () { set_time_limit(1); for (;;); });
', ['ini' => ['display_errors' => '0']], ['onMessage', 'onClose', 'timer']);
?>
--EXPECTF--
onOpen: shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
onMessage: shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
onClose: onClose | shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
onError: Exception in onError: thrown for onError | shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
timer: shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
tick: shutdown: Allowed memory size of 33554432 bytes exhausted%S => status 255
onMessage: shutdown: Maximum execution time of 1 second exceeded => status 255
onClose: onClose | shutdown: Maximum execution time of 1 second exceeded => status 255
timer: shutdown: Maximum execution time of 1 second exceeded => status 255
