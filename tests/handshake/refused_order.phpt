--TEST--
Handshake: a request that is wrong in many ways is refused for the first in Ratchet's order
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$wrong = [
    'method' => fn(string $head) => str_replace('GET', 'POST', $head),
    'version' => fn(string $head) => str_replace('HTTP/1.1', 'HTTP/1.0', $head),
    'Host' => fn(string $head) => preg_replace("/^Host:.*\r\n/m", '', $head),
    'Upgrade' => fn(string $head) => preg_replace("/^Upgrade:.*\r\n/m", '', $head),
    'Connection' => fn(string $head) => preg_replace("/^Connection:.*\r\n/m", '', $head),
    'Key' => fn(string $head) => preg_replace("/^Sec-WebSocket-Key:.*\r\n/m", '', $head),
    'Version' => fn(string $head) => preg_replace("/^Sec-WebSocket-Version:.*\r\n/m", '', $head),
    'Protocol' => fn(string $head) => str_replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: x\r\n\r\n", $head),
];
while ($wrong) {
    $head = WsClient::upgradeHead();
    foreach ($wrong as $edit) {
        $head = $edit($head);
    }
    echo key($wrong), ': ', (new WsClient($server->port))->request($head)->line, "\n";
    array_shift($wrong);
}
?>
--EXPECT--
method: HTTP/1.1 405 Method Not Allowed
version: HTTP/1.1 505 HTTP Version not supported
Host: HTTP/1.1 400 Bad Request
Upgrade: HTTP/1.1 426 Upgrade header MUST be provided
Connection: HTTP/1.1 400 Connection Upgrade MUST be requested
Key: HTTP/1.1 400 Invalid Sec-WebSocket-Key
Version: HTTP/1.1 426 Upgrade Required
Protocol: HTTP/1.1 426 No Sec-WebSocket-Protocols requested supported
