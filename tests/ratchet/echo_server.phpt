--TEST--
EchoServer: on plain TCP, on WebSockets, and called by a script
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code("serve(new Ratchet\Server\EchoServer, ['raw' => true]);");
$client = new WsClient($server->port);
$client->write('some bytes')->shutdown();
var_dump($client->readAll());

$server = TestServer::code(<<<'PHP'
    final class Mock implements Ratchet\ConnectionInterface {
        function send($data) { echo "send($data)\n"; }
        function close() { echo "close()\n"; }
    }
    $echo = new Ratchet\Server\EchoServer;
    var_dump($echo->onOpen(new Mock), $echo->onMessage(new Mock, 'x'), $echo->onClose(new Mock),
        $echo->onError(new Mock, new Exception));
    serve($echo);
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('hello');
echo preg_replace('/^ready.*$/m', '', file_get_contents("{$server->folder}/stdout"));
?>
--EXPECT--
string(10) "some bytes"
send(x)
close()
NULL
NULL
NULL
NULL

