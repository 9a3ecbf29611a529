--TEST--
Close: close() sends 1000, a number as it is, and a Frame byte for byte
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    declare(strict_types=1);
    use Ratchet\RFC6455\Messaging\Frame;
    serve(new class extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $arguments = [
                'default' => [], '4001' => [4001], 'named' => ['code' => 4002], 'more' => [4003, 'a reason', 1],
                '99' => [99], '0' => [0], '65536+1000' => [65536 + 1000], 'null' => [null], 'text' => ['text'],
                'string' => ['4004'], 'float' => [4005.7],
                'frame' => [new Frame(pack('n', 4006) . 'with a reason', true, Frame::OP_CLOSE)],
                'empty frame' => [new Frame('', true, Frame::OP_CLOSE)],
            ];
            var_dump($conn->close(...$arguments[$msg]));
        }
    });
    PHP);
foreach ([
    'default' => 1000, '4001' => 4001, 'named' => 4002, 'more' => 4003, '99' => 99, '0' => 0, '65536+1000' => 1000,
    'null' => 0, 'text' => 0, 'string' => 4004, 'float' => 4005,
] as $which => $code) {
    WsClient::connect($server->port)->text((string) $which)->expectClose($code, '')->close($code)->expectEof();
}
WsClient::connect($server->port)->text('frame')->expectClose(4006, 'with a reason')->close(4006)->expectEof();
WsClient::connect($server->port)->text('empty frame')->expectClose(null)->close(null)->expectEof();
echo count_chars($server->out(), 3), substr_count($server->out(), "NULL\n"), "\n";
?>
--EXPECT--

LNU13
