--TEST--
Limits: the argument may be given by position only, and other types than an array are ignored as in Ratchet
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

foreach ([null, 5, 'x', new stdClass, IoServer::factory(new EchoServer, 0, '127.0.0.1')->loop] as $extra) {
    $server = IoServer::factory(new EchoServer, 0, '127.0.0.1', $extra, 'and', 'more');
    echo get_class($server), "\n";
}
try {
    IoServer::factory(new EchoServer, 0, '127.0.0.1', options: []);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
Ratchet\Server\IoServer
Ratchet\Server\IoServer
Ratchet\Server\IoServer
Ratchet\Server\IoServer
Ratchet\Server\IoServer
Unknown named parameter $options
