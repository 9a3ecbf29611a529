--TEST--
Stats: messages, bytes and connections, to the last one
--FILE--
<?php
require __DIR__ . '/stats.inc';

$server = TestServer::code(<<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            match (strtok($msg, ' ')) {
                'close' => $conn->close((int) strtok(' ')),
                'all' => print(WsChat\Server::from($GLOBALS['io'])->broadcast($msg) . "\n"),
                default => $conn->send($msg),
            };
        }
    }
    serve(new App, ['options' => ['metrics_path' => '/metrics'], 'before' => fn($io) => $GLOBALS['io'] = $io]);
    PHP);
$scraper = new Scraper($server->port);
$scraper->changes();
$scraper->show('nothing but the questions');

$a = new WsClient($server->port);
$head = WsClient::upgradeHead();
$answer = $a->request($head);
echo 'handshake: ', strlen($head), ' ', strlen($answer->raw), "\n";
$scraper->show('one more');
/* Headers of 2 and 4 bytes and masks of 4, going; and 2, coming. */
$a->text('12345')->expectText('12345');
$scraper->show('a message of 5');
$a->binary(str_repeat('x', 200))->readMessage();
$scraper->show('of 200');
$a->binary(str_repeat('x', 70000))->readMessage();
$scraper->show('of 70000');
$a->fragments(WsClient::TEXT, 'ab', 'cd')->expectText('abcd');
$scraper->show('of 4 in two fragments');
$a->ping('p')->expectPong('p');
$scraper->show('a Ping');
$b = WsClient::connect($server->port);
$scraper->changes();
$a->text('all')->expectText('all');
$b->expectText('all');
$scraper->show('to all');
$a->text('close 1000')->expectClose(1000);
$a->close(1000)->expectEof();
$scraper->show('closed by us');
$b->close(1000)->expectClose(1000)->expectEof();
$scraper->show('closed by the client');
foreach (['close 4000' => 4000, 'close 1001' => 1001, 'close 1011' => 1011] as $text => $code) {
    $c = WsClient::connect($server->port);
    $c->text($text)->expectClose($code);
    $c->close($code)->expectEof();
}
$c = WsClient::connect($server->port);
$c->write(WsClient::frame(3, 'x'));
$c->expectClose(1002);
$c->disconnect();
$c = WsClient::connect($server->port);
$c->text("\xFF");
$c->expectClose(1007);
$c->disconnect();
$c = WsClient::connect($server->port);
$c->disconnect();
/* The server has seen the end of it when it has let it go. */
do {
    $numbers = $scraper->numbers();
} while ($numbers['wschat_connections'] > 1);
foreach ($scraper->changes() as $key => $value) {
    if (!str_contains($key, 'bytes')) {
        echo $key, ' ', sprintf('%+d', $value), "\n";
    }
}
echo $server->finish(), ' ', $server->out(), $server->err();
?>
--EXPECTF--
-- nothing but the questions
handshake: %d %d
-- one more
connections +1
open_connections +1
connections_accepted_total +1
handshakes_total +1
received_bytes_total +%d
sent_bytes_total +%d
-- a message of 5
messages_received_total +1
messages_sent_total +1
received_bytes_total +11
sent_bytes_total +7
-- of 200
messages_received_total +1
messages_sent_total +1
received_bytes_total +208
sent_bytes_total +204
-- of 70000
messages_received_total +1
messages_sent_total +1
received_bytes_total +70014
sent_bytes_total +70010
-- of 4 in two fragments
messages_received_total +1
messages_sent_total +1
received_bytes_total +16
sent_bytes_total +6
-- a Ping
received_bytes_total +7
sent_bytes_total +3
-- to all
messages_received_total +1
messages_sent_total +2
received_bytes_total +9
sent_bytes_total +10
-- closed by us
connections -1
open_connections -1
connections_ended_total +1
messages_received_total +1
received_bytes_total +24
sent_bytes_total +4
closes_sent_total{code="1000"} +1
-- closed by the client
connections -1
open_connections -1
connections_ended_total +1
received_bytes_total +8
sent_bytes_total +4
connections_accepted_total +6
connections_ended_total +6
handshakes_total +6
messages_received_total +3
websockets_lost_total +1
http_answers_total{class="2xx"} +%d
closes_sent_total{code="1001"} +1
closes_sent_total{code="1002"} +1
closes_sent_total{code="1007"} +1
closes_sent_total{code="1011"} +1
closes_sent_total{code="other"} +1
0 2
