--TEST--
PSR-7: wrong values are refused with an exception that names them
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Stream;
use WsChat\Psr7\Uri;

$uri = new Uri('http://host/path');
$request = new Request('GET', $uri);
$response = new Response;
$calls = [
	fn () => new Request('', '/'),
	fn () => new Request("G\r\nT", '/'),
	fn () => new Request(null, '/'),
	fn () => new Request('GET', null),
	fn () => new Request('GET', []),
	fn () => new Request('GET', 'http://host:70000'),
	fn () => new Request('GET', '/', ['a b' => 'c']),
	fn () => new Request('GET', '/', ['' => 'c']),
	fn () => new Request('GET', '/', ["a\n" => 'c']),
	fn () => new Request('GET', '/', ['a' => "b\nc"]),
	fn () => new Request('GET', '/', ['a' => ['b', "\0"]]),
	fn () => new Request('GET', '/', ['a' => new ArrayObject]),
	fn () => new Request('GET', '/', ['a' => [['b']]]),
	fn () => new Request('GET', '/', [], []),
	fn () => new Request('GET', '/', [], new ArrayObject),
	fn () => new Request('GET', '/', [], null, "1.1\n"),
	fn () => new Response(99),
	fn () => new Response(600),
	fn () => new Response('many'),
	fn () => new Response(200, [], null, '1.1', "Two\r\nlines"),
	fn () => new Response(200, [], null, "\r"),
	fn () => new Uri([]),
	fn () => new Stream(null),
	fn () => new Stream([]),
	fn () => $request->withMethod(''),
	fn () => $request->withMethod(['GET']),
	fn () => $request->withRequestTarget('a b'),
	fn () => $request->withRequestTarget("a\n"),
	fn () => $request->withRequestTarget("a\0b"),
	fn () => $request->withHeader('a:b', 'c'),
	fn () => $request->withHeader(null, 'c'),
	fn () => $request->withHeader('a', new stdClass),
	fn () => $request->withAddedHeader('a', "b\r\nc: d"),
	fn () => $request->withoutHeader([]),
	fn () => $request->hasHeader(null),
	fn () => $request->getHeader(new stdClass),
	fn () => $request->getHeaderLine([]),
	fn () => $request->withProtocolVersion("1\n"),
	fn () => $response->withStatus(42),
	fn () => $response->withStatus('200 OK'),
	fn () => $response->withStatus(200, "a\nb"),
	fn () => $uri->withScheme(null),
	fn () => $uri->withHost('a/b'),
	fn () => $uri->withHost('a:80'),
	fn () => $uri->withHost('[::1'),
	fn () => $uri->withHost("a\n"),
	fn () => $uri->withHost([]),
	fn () => $uri->withPort(-1),
	fn () => $uri->withPort(65536),
	fn () => $uri->withPort('eighty'),
	fn () => $uri->withPath(null),
	fn () => $uri->withQuery([]),
	fn () => $uri->withUserInfo([], 'x'),
	fn () => $uri->withUserInfo('x', []),
	fn () => (new Uri)->withPath('//two'),
	fn () => (new Uri)->withPath('a:b/c'),
	fn () => (new Uri('//host//path'))->withHost(''),
	fn () => Message::parseRequest([]),
	fn () => Message::parseRequest('no request'),
];
foreach ($calls as $call) {
	try {
		$call();
		echo "TAKEN\n";
	} catch (InvalidArgumentException $e) {
		echo json_encode($e->getMessage(), JSON_UNESCAPED_SLASHES), "\n";
	}
}

echo "-- of another type than an object must have\n";
foreach ([fn () => $request->withUri('/'), fn () => $request->withBody('x'), fn () => Message::toString(new stdClass), fn () => $request->withUri()] as $call) {
	try {
		$call();
	} catch (TypeError $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
}

echo "-- more arguments than declared are ignored, scalars are strings\n";
echo $uri->withHost('other', 'more'), ' ', $request->withHeader('a', 1, 2)->getHeaderLine('a'), ' ', $uri->withPath(5), ' ', $request->getMethod('x'), "\n";
?>
--EXPECT--
"Method must be a non-empty string, \"\" given"
"Method must not contain CR or LF characters, \"G\r\nT\" given"
"WsChat\\Psr7\\Request::__construct(): Argument #1 ($method) must be of type string, null given"
"WsChat\\Psr7\\Request::__construct(): Argument #2 ($uri) must be of type Psr\\Http\\Message\\UriInterface|string, null given"
"WsChat\\Psr7\\Request::__construct(): Argument #2 ($uri) must be of type Psr\\Http\\Message\\UriInterface|string, array given"
"Unable to parse URI: http://host:70000"
"\"a b\" is not valid header name."
"\"\" is not valid header name."
"\"a\n\" is not valid header name."
"\"b\nc\" is not valid header value."
"\"\" is not valid header value."
"Header value must be scalar or null but ArrayObject provided."
"Header value must be scalar or null but array provided."
"Invalid resource type: array; a body is a string, a stream, a StreamInterface or null"
"Invalid resource type: ArrayObject; a body is a string, a stream, a StreamInterface or null"
"Protocol version must not contain CR or LF characters, \"1.1\n\" given"
"Status code must be an integer value between 1xx and 5xx, 99 given"
"Status code must be an integer value between 1xx and 5xx, 600 given"
"WsChat\\Psr7\\Response::__construct(): Argument #1 ($status) must be of type int, string given"
"Reason phrase must not contain CR or LF characters, \"Two\r\nlines\" given"
"Protocol version must not contain CR or LF characters, \"\r\" given"
"WsChat\\Psr7\\Uri::__construct(): Argument #1 ($uri) must be of type string, array given"
"WsChat\\Psr7\\Stream::__construct(): Argument #1 ($contents) must be of type string, null given"
"WsChat\\Psr7\\Stream::__construct(): Argument #1 ($contents) must be of type string, array given"
"Method must be a non-empty string, \"\" given"
"WsChat\\Psr7\\Request::withMethod(): Argument #1 ($method) must be of type string, array given"
"Invalid request target provided; cannot contain whitespace, \"a b\" given"
"Invalid request target provided; cannot contain whitespace, \"a\n\" given"
"Invalid request target provided; cannot contain whitespace, \"a\" given"
"\"a:b\" is not valid header name."
"WsChat\\Psr7\\Request::withHeader(): Argument #1 ($name) must be of type string, null given"
"Header value must be scalar or null but stdClass provided."
"\"b\r\nc: d\" is not valid header value."
"WsChat\\Psr7\\Request::withoutHeader(): Argument #1 ($name) must be of type string, array given"
"WsChat\\Psr7\\Request::hasHeader(): Argument #1 ($name) must be of type string, null given"
"WsChat\\Psr7\\Request::getHeader(): Argument #1 ($name) must be of type string, stdClass given"
"WsChat\\Psr7\\Request::getHeaderLine(): Argument #1 ($name) must be of type string, array given"
"Protocol version must not contain CR or LF characters, \"1\n\" given"
"Status code must be an integer value between 1xx and 5xx, 42 given"
"WsChat\\Psr7\\Response::withStatus(): Argument #1 ($code) must be of type int, string given"
"Reason phrase must not contain CR or LF characters, \"a\nb\" given"
"WsChat\\Psr7\\Uri::withScheme(): Argument #1 ($scheme) must be of type string, null given"
"Invalid host: \"a/b\""
"Invalid host: \"a:80\""
"Invalid host: \"[::1\""
"Invalid host: \"a\n\""
"WsChat\\Psr7\\Uri::withHost(): Argument #1 ($host) must be of type string, array given"
"Invalid port: -1. Must be between 0 and 65535"
"Invalid port: 65536. Must be between 0 and 65535"
"WsChat\\Psr7\\Uri::withPort(): Argument #1 ($port) must be of type int, string given"
"WsChat\\Psr7\\Uri::withPath(): Argument #1 ($path) must be of type string, null given"
"WsChat\\Psr7\\Uri::withQuery(): Argument #1 ($query) must be of type string, array given"
"WsChat\\Psr7\\Uri::withUserInfo(): Argument #1 ($user) must be of type string, array given"
"WsChat\\Psr7\\Uri::withUserInfo(): Argument #2 ($password) must be of type string, array given"
"The path of a URI without an authority must not start with two slashes \"//\", \"//two\" given"
"A relative URI must not have a path beginning with a segment containing a colon, \"a:b/c\" given"
"The path of a URI without an authority must not start with two slashes \"//\", \"//path\" given"
"WsChat\\Psr7\\Message::parseRequest(): Argument #1 ($message) must be of type string, array given"
"Invalid message: Missing header delimiter"
-- of another type than an object must have
TypeError: WsChat\Psr7\Request::withUri(): Argument #1 ($uri) must be of type Psr\Http\Message\UriInterface, string given
TypeError: WsChat\Psr7\Request::withBody(): Argument #1 ($body) must be of type Psr\Http\Message\StreamInterface, string given
TypeError: WsChat\Psr7\Message::toString(): Argument #1 ($message) must be of type Psr\Http\Message\MessageInterface, stdClass given
ArgumentCountError: WsChat\Psr7\Request::withUri() expects at least 1 argument, 0 given
-- more arguments than declared are ignored, scalars are strings
http://other/path 1 http://host/5 GET
