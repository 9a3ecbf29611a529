--TEST--
Handshake: the many ways in which a request may be written and still be one
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$forms = [
    'as Firefox asks' => ['Connection' => 'keep-alive, Upgrade'],
    'two Connection fields' => ['Connection' => ['keep-alive', 'upgrade']],
    'another case' => ['Upgrade' => 'WebSocket', 'Connection' => 'UPGRADE'],
    'a list of protocols to upgrade to' => ['Upgrade' => 'h2c, websocket'],
    'names in lower case' => ['upgrade' => 'websocket', 'connection' => 'upgrade', 'sec-websocket-version' => '13'],
    'no white space' => ['Sec-WebSocket-Version' => null, "Sec-WebSocket-Version:13\r\nX" => ''],
    'much white space' => ['Sec-WebSocket-Version' => " \t 13 \t "],
    'a body of no bytes' => ['Content-Length' => '0'],
    'Host with a port' => ['Host' => '[::1]:8080'],
    'bytes above 127' => ['X-Name' => "gr\u{fc}\u{df}e"],
];
foreach ($forms as $name => $headers) {
    WsClient::connect($server->port, $headers)->text('hello')->expectText('hello');
    echo $name, "\n";
}
foreach (['/?token=1', '/a/b%20c', 'ws://localhost/x', 'http://localhost:80/', 'HTTP://localhost'] as $target) {
    WsClient::connect($server->port, [], $target)->text('hello')->expectText('hello');
    echo $target, "\n";
}
/* RFC 9112 2.2: an empty line before the request is forgiven. */
$client = new WsClient($server->port);
echo $client->request("\r\n" . WsClient::upgradeHead())->line, "\n";
$client = new WsClient($server->port);
echo $client->request(str_replace('HTTP/1.1', 'HTTP/1.2', WsClient::upgradeHead()))->line, "\n";
?>
--EXPECT--
as Firefox asks
two Connection fields
another case
a list of protocols to upgrade to
names in lower case
no white space
much white space
a body of no bytes
Host with a port
bytes above 127
/?token=1
/a/b%20c
ws://localhost/x
http://localhost:80/
HTTP://localhost
HTTP/1.1 101 Switching Protocols
HTTP/1.1 101 Switching Protocols
