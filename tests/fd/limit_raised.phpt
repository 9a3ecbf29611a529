--TEST--
Descriptors: a server raises its soft limit to the hard one, unless max_connections says how many it wants
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_linux();
skip_unless_procfs();
?>
--FILE--
<?php
$code = '$limit = fn() => preg_match("/^Max open files\s+(\d+)/m", file_get_contents("/proc/self/limits"), $m) ? $m[1] : "?";'
    . 'echo $limit(), " "; Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, "127.0.0.1"); echo $limit(), "\n";';
foreach (['', '-d wschat.max_connections=50'] as $ini) {
    echo shell_exec('ulimit -S -n 100; ulimit -H -n 300; exec ' . escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' '
        . getenv('TEST_PHP_EXTRA_ARGS') . " $ini -r " . escapeshellarg($code));
}
?>
--EXPECT--
100 300
100 100
