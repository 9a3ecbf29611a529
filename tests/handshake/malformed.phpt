--TEST--
Handshake: what is no HTTP request, or could be read in two ways, is answered with 400
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('serve(new Ratchet\Server\EchoServer);');
$good = WsClient::upgradeHead();
$requests = [
    'TLS hello' => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" . str_repeat("\xa5", 100),
    'zeros' => str_repeat("\0", 64),
    'no request line' => "hello\r\n\r\n",
    'two spaces' => str_replace('GET /', 'GET  /', $good),
    'no version' => str_replace(' HTTP/1.1', '', $good),
    'not HTTP' => str_replace('HTTP/1.1', 'HTTQ/1.1', $good),
    'target without slash' => str_replace('GET /', 'GET x', $good),
    'target *' => str_replace('GET /', 'GET *', $good),
    'target with fragment' => str_replace('GET /', 'GET /#x', $good),
    'control byte in target' => str_replace('GET /', "GET /\x01", $good),
    'bare LF' => str_replace("\r\n", "\n", $good),
    'bare CR' => str_replace("Upgrade: ", "Upgrade: \r", $good),
    'NUL in a field' => WsClient::upgradeHead(['X-A' => "a\0b"]),
    'folded line' => str_replace("\r\nUpgrade", "\r\n Upgrade", $good),
    'space before the colon' => str_replace('Upgrade:', 'Upgrade :', $good),
    'line without a colon' => str_replace("\r\n\r\n", "\r\nword\r\n\r\n", $good),
    'empty field name' => str_replace("\r\n\r\n", "\r\n: x\r\n\r\n", $good),
    'two Hosts' => WsClient::upgradeHead(['Host' => ['a', 'a']]),
    'empty Host' => WsClient::upgradeHead(['Host' => '']),
    'Host with a path' => WsClient::upgradeHead(['Host' => 'a/b']),
    'Host with a wild port' => WsClient::upgradeHead(['Host' => 'a:99999']),
    'a body' => WsClient::upgradeHead(['Content-Length' => '5']),
    'a chunked body' => WsClient::upgradeHead(['Transfer-Encoding' => 'chunked']),
    'two lengths' => WsClient::upgradeHead(['Content-Length' => ['0', '00']]),
    'negative length' => WsClient::upgradeHead(['Content-Length' => '-1']),
];
foreach ($requests as $name => $request) {
    $client = new WsClient($server->port);
    $head = $client->request($request);
    $client->expectEof();
    if ($head->raw !== "HTTP/1.1 400 Bad Request\r\nX-Powered-By: Ratchet/0.4.4\r\n\r\n" || $client->reset) {
        echo "$name: ", $client->reset ? 'reset ' : '', "{$head->line}\n";
    }
}
WsClient::connect($server->port)->text('still here')->expectText('still here');
echo "done\n";
?>
--EXPECT--
done
