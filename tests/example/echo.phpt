--TEST--
echo.php: a page and an echo on one port
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('echo');
echo page($server), "\n";
echo page($server, '/nothing', ''), "\n";
$client = WsClient::connect($server->port);
$client->text('grüße 🐘')->expectText('grüße 🐘');
ends($server, $client);
?>
--EXPECT--
HTTP/1.1 200 OK | <title>Echo</title>
HTTP/1.1 404 Not Found | 404 Not Found
status 0
