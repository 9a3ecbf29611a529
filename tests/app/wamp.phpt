--TEST--
App: a WampServerInterface becomes a WsServer round a WampServer
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; class_exists('Ratchet\Wamp\WampServer') || skip_because('needs Ratchet\Wamp');
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('require ' . var_export(__DIR__ . '/app.inc', true) . <<<'PHP'
    ;
    class Wamp implements Ratchet\Wamp\WampServerInterface
    {
        function onOpen(Ratchet\ConnectionInterface $conn) {}
        function onClose(Ratchet\ConnectionInterface $conn) {}
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e; }
        function onCall(Ratchet\ConnectionInterface $conn, $id, $topic, array $params) { $conn->callResult($id, $params); }
        function onSubscribe(Ratchet\ConnectionInterface $conn, $topic) {}
        function onUnSubscribe(Ratchet\ConnectionInterface $conn, $topic) {}
        function onPublish(Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible) {}
    }
    $app = new TestApp;
    echo get_class($app->route('/wamp', new Wamp, ['*'])), "\n";
    $app->serve();
    PHP);
$client = WsClient::connect($server->port, ['Sec-WebSocket-Protocol' => 'wamp'], '/wamp');
echo $client->head->header('Sec-WebSocket-Protocol'), ' ', json_decode($client->readMessage())[0], "\n";
$client->text('[2,"id","http://localhost/proc",1,2]');
echo $client->readMessage(), "\n", $server->finish(), "\n", strstr(file_get_contents("{$server->folder}/stdout"), "\nready", true), "\n", $server->err();
?>
--EXPECT--
wamp 0
[3,"id",[1,2]]
0
Ratchet\WebSocket\WsServer
