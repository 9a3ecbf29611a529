--TEST--
Backpressure: closeCode, closeReason and closeInitiator say in onClose and afterwards who has closed and why
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        private array $kept = [];
        function onOpen(Ratchet\ConnectionInterface $conn) { $this->kept[$conn->resourceId] = $conn; $this->show($conn); }
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'throw') {
                throw new Exception;
            }
            eval($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) {
            $this->show($conn);
            $id = $conn->resourceId;
            React\EventLoop\Loop::futureTick(function () use ($id) { $this->show($this->kept[$id]); echo "--\n"; });
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { throw $e; }
        function show($conn) {
            echo json_encode([$conn->closeCode, $conn->closeReason, $conn->closeInitiator, isset($conn->closeCode)]), "\n";
        }
    }
    serve(new App);
    PHP);
$port = $server->port;
$count = 0;
$next = function () use ($server, &$count) { $server->waitOut('~(--\n.*){' . ++$count . '}~s'); };

WsClient::connect($port)->close(1001, 'going')->expectClose(1001, 'going')->expectEof();
$next();
WsClient::connect($port)->close(null)->expectClose(1000)->expectEof();
$next();
WsClient::connect($port)->disconnect();
$next();
WsClient::connect($port)->text('$conn->close(4321); $this->show($conn); $conn->close(4000);')->expectClose(4321)->close(4321)->expectEof();
$next();
WsClient::connect($port)->text('$conn->close(new Ratchet\RFC6455\Messaging\Frame(pack("n", 4002) . "why", true, 8));')
    ->expectClose(4002, 'why')->close(1000)->expectEof();
$next();
WsClient::connect($port)->send(WsClient::TEXT, "\xff")->expectClose(1007)->expectEof();
$next();
WsClient::connect($port)->text('throw')->expectClose(1011)->close(1011)->expectEof();
$next();
/* What a script assigns wins, as for every property. */
WsClient::connect($port)->text('$conn->closeCode = "mine";')->close(1000)->expectClose(1000)->expectEof();
$next();
echo $server->out();
?>
--EXPECT--
[null,null,null,false]
[1001,"going","peer",true]
[1001,"going","peer",true]
--
[null,null,null,false]
[1005,"","peer",true]
[1005,"","peer",true]
--
[null,null,null,false]
[1006,"","network",true]
[1006,"","network",true]
--
[null,null,null,false]
[4321,"","server",true]
[4321,"","server",true]
[4321,"","server",true]
--
[null,null,null,false]
[4002,"why","server",true]
[4002,"why","server",true]
--
[null,null,null,false]
[1007,"Ratchet detected an invalid UTF-8 payload","server",true]
[1007,"Ratchet detected an invalid UTF-8 payload","server",true]
--
[null,null,null,false]
[1011,"","server",true]
[1011,"","server",true]
--
[null,null,null,false]
["mine","","peer",true]
["mine","","peer",true]
--
