--TEST--
IoServer::factory(): with no descriptor left it says which limit to raise
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_linux(); ?>
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

/* The loop of the first is there already; the second has none. A shell lowers both limits, so the server can't raise. */
$code = '$kept = []; if ($argv[1]) { Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, "127.0.0.1"); }'
    . 'while ($file = @fopen("/dev/null", "r")) { $kept[] = $file; }'
    . 'try { Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, "127.0.0.1"); }'
    . 'catch (Exception $e) { echo get_class($e), " ", $e->getCode(), ": ", $e->getMessage(), "\n"; }';
foreach (['1', ''] as $loop) {
    echo shell_exec('ulimit -n 40; ' . escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' '
        . getenv('TEST_PHP_EXTRA_ARGS') . ' -r ' . escapeshellarg($code) . ' ' . escapeshellarg($loop));
}
?>
--EXPECTF--
RuntimeException 24: Failed to listen on "tcp://127.0.0.1:0": %s (EMFILE): no file descriptor is left; raise the limit (ulimit -n)
RuntimeException 0: Cannot create an event loop: no descriptor or no memory is left (ulimit -n)
