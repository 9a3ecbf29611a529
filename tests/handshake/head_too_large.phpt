--TEST--
Handshake: a head of 16 KiB is accepted, one byte more is answered with 413, a request line without end with 414
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');

function head(int $size): string
{
    $rest = $size - strlen(WsClient::upgradeHead(['X-Pad' => '']));
    return WsClient::upgradeHead(['X-Pad' => str_repeat('x', $rest)]);
}

foreach ([16383, 16384, 16385, 40000] as $size) {
    $client = new WsClient($server->port);
    $head = $client->request(head($size));
    echo "$size: {$head->line}\n";
    if ($head->status === 101) {
        $client->text('hello')->expectText('hello');
    } else {
        echo strtr($head->raw, ["\r\n" => "\n"]);
        $client->expectEof();
        echo $client->reset ? "reset\n" : '';
    }
}
/* In small pieces, and a line that never ends */
$client = new WsClient($server->port);
echo $client->write(head(16384), 1000)->readHead()->line, "\n";
$client = new WsClient($server->port);
echo $client->write(head(16385), 1000)->readHead()->line, "\n";
$client = new WsClient($server->port);
echo $client->request('GET /' . str_repeat('x', 20000))->line, "\n";
/* No byte more is needed to know that the empty line cannot come in time. */
$client = new WsClient($server->port);
echo $client->request(substr(head(16386), 0, 16384))->line, "\n";
?>
--EXPECT--
16383: HTTP/1.1 101 Switching Protocols
16384: HTTP/1.1 101 Switching Protocols
16385: HTTP/1.1 413 Request Entity Too Large
HTTP/1.1 413 Request Entity Too Large
X-Powered-By: Ratchet/0.4.4

40000: HTTP/1.1 413 Request Entity Too Large
HTTP/1.1 413 Request Entity Too Large
X-Powered-By: Ratchet/0.4.4

HTTP/1.1 101 Switching Protocols
HTTP/1.1 413 Request Entity Too Large
HTTP/1.1 414 Request-URI Too Large
HTTP/1.1 413 Request Entity Too Large
