--TEST--
PSR-7: the bytes of a message
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Stream;

function show(object $message): void
{
	echo json_encode(Message::toString($message), JSON_UNESCAPED_SLASHES), "\n";
}

show(new Response);
show(new Response(404, ['A' => ['1', '2'], 'Set-Cookie' => ['a=b', 'c=d'], 7 => 'number', 'E' => []], "body\r\n"));
show(new Response(299, [], null, '1.0', 'Why not'));
show(new Response(299));
show(new Request('get', 'http://host:81/path?query#fragment', ['A' => 'b'], 'body'));
show(new Request('GET', '/path'));
show((new Request('OPTIONS', 'http://host'))->withRequestTarget('*')->withoutHeader('Host'));

echo "-- the body is read from its start, wherever it stands\n";
$body = new Stream('contents');
$body->read(4);
$response = new Response(200, [], $body);
show($response);
show($response);
$response->getBody()->write(', more');
show($response);

echo "-- there and back\n";
foreach (["GET /a?b HTTP/1.1\r\nHost: h\r\nA: b, c\r\n\r\nbody", "POST http://x/y HTTP/1.0\r\nHost: h\r\n\r\n"] as $bytes) {
	var_dump(Message::toString(Message::parseRequest($bytes)) === $bytes);
}
?>
--EXPECT--
"HTTP/1.1 200 OK\r\n\r\n"
"HTTP/1.1 404 Not Found\r\nA: 1, 2\r\nSet-Cookie: a=b\r\nSet-Cookie: c=d\r\n7: number\r\nE: \r\n\r\nbody\r\n"
"HTTP/1.0 299 Why not\r\n\r\n"
"HTTP/1.1 299 \r\n\r\n"
"GET /path?query HTTP/1.1\r\nHost: host:81\r\nA: b\r\n\r\nbody"
"GET /path HTTP/1.1\r\nHost: \r\n\r\n"
"OPTIONS * HTTP/1.1\r\nHost: host\r\n\r\n"
-- the body is read from its start, wherever it stands
"HTTP/1.1 200 OK\r\n\r\ncontents"
"HTTP/1.1 200 OK\r\n\r\ncontents"
"HTTP/1.1 200 OK\r\n\r\ncontents, more"
-- there and back
bool(true)
bool(true)
