--TEST--
Message: send() only queues; what one callback sends leaves when it has returned
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $conn->send('sent');
            echo "in\n";
            while (!file_exists('go')) {
                usleep(1000);
                clearstatcache();
            }
            echo "out\n";
        }
    });
    PHP);
$client = WsClient::connect($server->port)->text('x');
$server->waitOut("in\n");
$read = [$client->stream];
$none = null;
var_dump(stream_select($read, $none, $none, 0));
touch("{$server->folder}/go");
$client->expectText('sent');
echo $server->out();
?>
--EXPECT--
int(0)
in
out
