--TEST--
Module: php --rc shows real parameter names, and --re the extension whole
--FILE--
<?php
$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
$class = shell_exec("$command --rc 'Ratchet\\Server\\IoServer'");
preg_match('/method factory \] \{.*?\n\s*\}\n/s', $class, $match);
echo preg_replace('/^\s+/m', '', $match[0]);
var_dump(str_contains(shell_exec("$command --re wschat"), 'Class [ <internal:wschat> class Ratchet\WebSocket\WsServer'));
?>
--EXPECTF--
method factory ] {
- Parameters [3] {
Parameter #0 [ <required> Ratchet\MessageComponentInterface $component ]
Parameter #1 [ <optional> $port = 80 ]
Parameter #2 [ <optional> $address = '0.0.0.0' ]
}
bool(true)
