--TEST--
IoServer::factory(): a privileged port is refused with EACCES and says for whom it is
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_linux();
if (getenv('WSCHAT_TEST_COVERAGE')) {
    skip_because('changes to a user who may not write which lines ran');
}
if ((int) @file_get_contents('/proc/sys/net/ipv4/ip_unprivileged_port_start') <= 80) {
    skip_because('everybody may listen on port 80');
}
if (effective_user() === 0) {
    skip_unless_function('posix_setuid');
} else {
    skip_unless_port_refused(80);
}
?>
--EXTENSIONS--
wschat
--FILE--
<?php
if (function_exists('posix_geteuid') && posix_geteuid() === 0) {
    posix_setuid(65534);
}
try {
    Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 80, '127.0.0.1');
} catch (Exception $e) {
    echo get_class($e), ' ', $e->getCode(), ': ', $e->getMessage(), "\n";
}
?>
--EXPECT--
RuntimeException 13: Failed to listen on "tcp://127.0.0.1:80": Permission denied (EACCES): ports below 1024 are for root or CAP_NET_BIND_SERVICE; choose a higher one
