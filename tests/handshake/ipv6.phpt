--TEST--
Handshake: a server on the IPv6 loopback address, with and without brackets
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_ipv6(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

foreach (['::1', '[::1]'] as $address) {
    $server = TestServer::code(<<<PHP
        serve(new class extends Ratchet\Server\EchoServer {
            function onOpen(Ratchet\ConnectionInterface \$conn) { echo 'from ', \$conn->remoteAddress, "\\n"; }
        }, ['address' => '$address', 'before' => function (\$server) {
            echo preg_replace('/\d+\$/', 'PORT', \$server->socket->getAddress()), "\\n";
        }]);
        PHP);
    $client = new WsClient($server->port, '[::1]');
    $client->upgrade();
    $client->text('hello')->expectText('hello');
    echo file_get_contents("{$server->folder}/stdout");
}
?>
--EXPECTF--
tcp://[::1]:PORT
ready %d
from ::1
tcp://[::1]:PORT
ready %d
from ::1
