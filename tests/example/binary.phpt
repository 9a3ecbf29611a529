--TEST--
binary.php: lines go to the others as bytes; a newcomer gets the picture; what is no line ends the connection
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('binary');
echo page($server), "\n";
$line = fn(int $colour, int ...$points) => pack('Cn4', $colour, ...$points);
$ann = WsClient::connect($server->port)->expectBinary('');
$bob = WsClient::connect($server->port)->expectBinary('');
$first = $line(0, 1, 2, 3, 4);
$more = $line(5, 0, 999, 999, 0) . $line(1, 500, 500, 501, 501);
$ann->binary($first);
$bob->expectBinary($first)->binary($more);
$ann->expectBinary($more)->expectNothing();
$bob->expectNothing();
$new = WsClient::connect($server->port)->expectBinary($first . $more);

foreach (['text' => null, 'half a line' => substr($first, 1), 'no line' => '', 'no colour' => $line(6, 1, 2, 3, 4),
    'too far' => $line(0, 1, 2, 3, 1000), 'the second is bad' => $first . $line(9, 1, 2, 3, 4)] as $what => $bytes) {
    $client = WsClient::connect($server->port)->expectBinary($first . $more);
    $bytes === null ? $client->text(str_repeat('x', 9)) : $client->binary($bytes);
    $client->expectClose(1008)->close(1008)->expectEof();
    echo "$what: 1008\n";
}
WsClient::connect($server->port)->expectBinary($first . $more)->binary(str_repeat($first, 1001))->expectClose(1009)->disconnect();
$ann->expectNothing();
ends($server, $ann, $bob, $new);
?>
--EXPECT--
HTTP/1.1 200 OK | <title>Drawing board</title>
text: 1008
half a line: 1008
no line: 1008
no colour: 1008
too far: 1008
the second is bad: 1008
status 0
