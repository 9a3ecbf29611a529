--TEST--
Message: control frames between fragments, and between the bytes of everything
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$client = WsClient::connect($server->port);
$client->send(WsClient::TEXT, 'one ', ['fin' => false])->ping('1')->expectPong('1');
$client->send(WsClient::CONTINUATION, 'two ', ['fin' => false])->pong('unasked')->ping('')->expectPong('');
$client->ping(str_repeat('p', 125))->expectPong(str_repeat('p', 125));
$client->send(WsClient::CONTINUATION, 'three')->expectText('one two three');

/* All in one write, and again byte by byte: control payloads are cut then. */
$frame = WsClient::frame(...);
$bytes = $frame(WsClient::TEXT, "gr\u{fc}", ['fin' => false]) . $frame(WsClient::PING, 'between')
    . $frame(WsClient::CONTINUATION, "\u{df}", ['fin' => false]) . $frame(WsClient::PONG, 'x')
    . $frame(WsClient::CONTINUATION, 'e') . $frame(WsClient::PING, 'after');
foreach ([0, 1, 3] as $piece) {
    $client->write($bytes, $piece)->expectPong('between')->expectText("gr\u{fc}\u{df}e")->expectPong('after');
}

/* A Close between fragments ends it: the message is dropped. */
$client->send(WsClient::TEXT, 'half', ['fin' => false])->close(1000)->expectClose(1000)->expectEof();
echo "done\n";
?>
--EXPECT--
done
