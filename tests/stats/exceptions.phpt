--TEST--
Stats: exceptions that onError() got, and those that have ended in the log
--FILE--
<?php
require __DIR__ . '/stats.inc';

$code = <<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        function onOpen(Ratchet\ConnectionInterface $conn) {
            if ($conn->httpRequest->getUri()->getPath() === '/open') {
                throw new Exception('open');
            }
        }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            match ($msg) {
                'exception', 'twice' => throw new Exception($msg),
                'error' => $this->none(),
                default => $conn->send(json_encode(WsChat\Server::from($GLOBALS['io'])->stats()->exceptions)),
            };
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            if ($conn->httpRequest->getUri()->getPath() === '/close') {
                throw new Exception('close');
            }
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
            if ($e->getMessage() === 'twice') {
                throw $e;
            }
        }
    }
    PHP;
foreach (['false', 'true'] as $await) {
    $server = TestServer::code("$code serve(new App, ['before' => fn(\$io) => \$GLOBALS['io'] = \$io, 'options' => ['await' => $await]]);",
        ['ini' => ['error_log' => '/dev/null']]);
    $client = WsClient::connect($server->port);
    echo $client->text('show')->readMessage(), ' ';
    $other = WsClient::connect($server->port, [], '/open');
    $other->sync();
    echo $client->text('show')->readMessage(), ' ';
    $other->text('exception')->text('error')->sync();
    echo $client->text('show')->readMessage(), ' ';
    $other->text('twice')->expectClose(1011);
    $other->close(1011)->expectEof();
    echo $client->text('show')->readMessage(), ' ';
    $other = WsClient::connect($server->port, [], '/close');
    $other->close(1000)->expectClose(1000)->expectEof();
    echo $client->text('show')->readMessage(), "\n";
    echo $server->finish(), $server->err(), "\n";
}
?>
--EXPECT--
{"onError":0,"log":0} {"onError":1,"log":0} {"onError":3,"log":0} {"onError":4,"log":1} {"onError":4,"log":2}
0
{"onError":0,"log":0} {"onError":1,"log":0} {"onError":3,"log":0} {"onError":4,"log":1} {"onError":4,"log":2}
0
