--TEST--
app.php: a page, a health check and two routes on one port; one of them for pages from localhost alone
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('app');
$here = ['Host' => "localhost:{$server->port}", 'Origin' => "http://localhost:{$server->port}"];
echo page($server), "\n", page($server, '/health', 'status'), "\n";
$echo = WsClient::connect($server->port, ['Origin' => 'http://elsewhere.example', 'Host' => 'localhost'], '/echo');
$echo->text('hello')->expectText('hello');

$visit = fn(string $page) => WsClient::connect($server->port, $here, "/visitors/$page?page=another");
$one = $visit('news')->expectText('{"page":"news","visitors":1}');
$two = $visit('news')->expectText('{"page":"news","visitors":2}');
$one->expectText('{"page":"news","visitors":2}');
$other = $visit('about')->expectText('{"page":"about","visitors":1}');
$two->text('what?')->expectClose(1008)->close(1008)->expectEof();
$one->expectText('{"page":"news","visitors":1}');
$other->expectNothing();

$stranger = new WsClient($server->port);
$stranger->write(WsClient::upgradeHead(['Origin' => 'http://elsewhere.example'] + $here, '/visitors/news'));
echo strtok($stranger->readAll(), "\r"), "\n";
ends($server, $echo, $one, $other);
?>
--EXPECTF--
HTTP/1.1 200 OK | <title>An App</title>
HTTP/1.1 200 OK | {"status":"ok",%s}
HTTP/1.1 403 Forbidden
status 0
