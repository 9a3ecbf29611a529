--TEST--
IoServer: two in one script share the loop; either run() serves both
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    $raw = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
    echo 'raw ', parse_url($raw->socket->getAddress(), PHP_URL_PORT), "\n";
    unset($raw); /* it is served until the end all the same */
    gc_collect_cycles();
    final class Ids extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->send((string) $conn->resourceId); }
    }
    serve(new Ids);
    PHP);
preg_match('/^raw (\d+)/m', file_get_contents("{$server->folder}/stdout"), $match);
$raw = new WsClient((int) $match[1]);
$raw->write('bytes')->shutdown();
var_dump($raw->readAll());
/* Ids are those of the loop: no two connections have the same. */
WsClient::connect($server->port)->text('?')->expectText('2');
?>
--EXPECT--
string(5) "bytes"
