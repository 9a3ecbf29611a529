--TEST--
PSR-7: requests from their bytes, strict ones and those that are only taken leniently
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;

function show(string $text): void
{
	echo json_encode(strlen($text) > 90 ? substr($text, 0, 90) : $text, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n  ";
	try {
		$request = Message::parseRequest($text);
	} catch (InvalidArgumentException $e) {
		echo json_encode($e->getMessage(), JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
		return;
	}
	echo implode(' ', [$request->getMethod(), $request->getRequestTarget(), $request->getProtocolVersion(), $request->getUri(),
		json_encode($request->getHeaders(), JSON_UNESCAPED_SLASHES), json_encode((string) $request->getBody())]), "\n";
}

$end = " HTTP/1.1\r\n";
$host = "Host: Example.org\r\n";
echo "-- targets\n";
foreach (['/', '/path?query=1', '//two/slashes', '/a:80', '/#fragment', '/%zz?%zz', '/a?b?c', 'http://other:81/path?query', 'ws://host/chat',
	'https://user:pass@[::1]:8/x', '*', 'example.org:80', 'path', 'http:/x', '1http://x/', 'http:///x'] as $target) {
	show("GET $target$end$host\r\n");
	show("GET $target$end\r\n");
}
echo "-- hosts\n";
foreach (['h:443', 'h:80', 'h:8080', 'H.example', '[::1]:443', '[::1]', 'h:', 'a_b-c.d', '', 'a b', 'h:99999', 'h/x', 'u@h', '[::1', '[x]'] as $name) {
	show("GET /{$end}Host: $name\r\n\r\n");
}
show("GET /{$end}Host: a\r\nhost: b\r\n\r\n");
echo "-- lines\n";
foreach (["get / HTTP/1.0\r\nA: 1\r\na: 2\r\nB: 3\r\nA:\t 4 5\t\r\nEmpty:\r\n\r\nbody\r\n\r\nmore", "GET / HTTP/1.1\nHost: h\nA: 1\n\nbody", "\r\n\nGET / HTTP/2.0\r\n{$host}7: x\r\n\r\n",
	"GET / HTTP/2\r\n$host\r\n", "GET /\r\n$host\r\n", "GET / HTTP/1.0\r\nA: b\r\n c\r\n\t d\r\nB: e\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
	"GET / HTTP/1.0\r\n A: b\r\n\r\n", "GET / HTTP/1.1\r\nnothing\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n", "GET / HTTP/1.1\r\nA : x\r\n\r\n", "GET / HTTP/1.1\r\nA: \1\r\n\r\n",
	"GET / HTTP/1.1\r\nA: b\rc\r\n\r\n", "GE\rT / HTTP/1.1\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", " GET / HTTP/1.1\r\n\r\n", "GET / HTTP\r\n\r\n", "GET / \r\n\r\n", "GET", "GET / HTTP/1.1\r\n",
	'', '0', "\r\n\r\n", "\r\n\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "GET /\xff HTTP/1.1\r\n$host\r\n"] as $text) {
	show($text);
}
echo "-- many\n";
$fields = implode('', array_map(fn ($i) => "X-$i: $i\r\n", range(1, 1000)));
$request = Message::parseRequest("GET /{$end}$host$fields\r\n");
var_dump(count($request->getHeaders()), $request->getHeaderLine('x-1000'));
$request = Message::parseRequest("GET /{$end}$host$fields\r\n" . str_repeat("\n", 100000));
var_dump(count($request->getHeaders()), $request->getBody()->getSize());

echo "-- whatever is asked for first\n";
$text = "GET /a?b{$end}{$host}A: b\r\n\r\n";
foreach ([fn (Request $r) => $r->getMethod(), fn (Request $r) => $r->getRequestTarget(), fn (Request $r) => (string) $r->getUri(), fn (Request $r) => $r->getProtocolVersion(),
	fn (Request $r) => $r->getHeaderLine('a'), fn (Request $r) => $r->hasHeader('a'), fn (Request $r) => $r->getHeader('a')[0], fn (Request $r) => count($r->getHeaders()),
	fn (Request $r) => (string) $r->getBody(), fn (Request $r) => (string) $r->withHeader('Host', 'new')->getUri(), fn (Request $r) => $r->withoutHeader('a')->getHeaderLine('host'),
	fn (Request $r) => $r->withMethod('POST')->getHeaderLine('a'), fn (Request $r) => $r->withUri(new WsChat\Psr7\Uri('/x'))->getRequestTarget(),
	fn (Request $r) => $r->withProtocolVersion('1.1') === $r, fn (Request $r) => (clone $r)->getRequestTarget(), fn (Request $r) => $r == Message::parseRequest($GLOBALS['text'])] as $ask) {
	$request = Message::parseRequest($text);
	$request->withRequestTarget('*')->withAddedHeader('a', 'c');
	echo json_encode($ask(Message::parseRequest($text)), JSON_UNESCAPED_SLASHES), Message::toString($request) === $text ? "\n" : " CHANGED\n";
}
?>
--EXPECT--
-- targets
"GET / HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET / 1.1 http://example.org/ {"Host":["Example.org"]} ""
"GET / HTTP/1.1\r\n\r\n"
  GET / 1.1 / [] ""
"GET /path?query=1 HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET /path?query=1 1.1 http://example.org/path?query=1 {"Host":["Example.org"]} ""
"GET /path?query=1 HTTP/1.1\r\n\r\n"
  GET /path?query=1 1.1 /path?query=1 [] ""
"GET //two/slashes HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET /two/slashes 1.1 http://example.org/two/slashes {"Host":["Example.org"]} ""
"GET //two/slashes HTTP/1.1\r\n\r\n"
  GET /two/slashes 1.1 /two/slashes [] ""
"GET /a:80 HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET /a:80 1.1 http://example.org/a:80 {"Host":["Example.org"]} ""
"GET /a:80 HTTP/1.1\r\n\r\n"
  "Unable to parse URI: /a:80"
"GET /#fragment HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET / 1.1 http://example.org/#fragment {"Host":["Example.org"]} ""
"GET /#fragment HTTP/1.1\r\n\r\n"
  GET / 1.1 /#fragment [] ""
"GET /%zz?%zz HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET /%25zz?%25zz 1.1 http://example.org/%25zz?%25zz {"Host":["Example.org"]} ""
"GET /%zz?%zz HTTP/1.1\r\n\r\n"
  GET /%25zz?%25zz 1.1 /%25zz?%25zz [] ""
"GET /a?b?c HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET /a?b?c 1.1 http://example.org/a?b?c {"Host":["Example.org"]} ""
"GET /a?b?c HTTP/1.1\r\n\r\n"
  GET /a?b?c 1.1 /a?b?c [] ""
"GET http://other:81/path?query HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET http://other:81/path?query 1.1 http://other:81/path?query {"Host":["Example.org"]} ""
"GET http://other:81/path?query HTTP/1.1\r\n\r\n"
  GET http://other:81/path?query 1.1 http://other:81/path?query {"Host":["other:81"]} ""
"GET ws://host/chat HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET ws://host/chat 1.1 ws://host/chat {"Host":["Example.org"]} ""
"GET ws://host/chat HTTP/1.1\r\n\r\n"
  GET ws://host/chat 1.1 ws://host/chat {"Host":["host"]} ""
"GET https://user:pass@[::1]:8/x HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  GET https://user:pass@[::1]:8/x 1.1 https://user:pass@[::1]:8/x {"Host":["Example.org"]} ""
"GET https://user:pass@[::1]:8/x HTTP/1.1\r\n\r\n"
  GET https://user:pass@[::1]:8/x 1.1 https://user:pass@[::1]:8/x {"Host":["[::1]:8"]} ""
"GET * HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Invalid request string"
"GET * HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET example.org:80 HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Invalid request string"
"GET example.org:80 HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET path HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Invalid request string"
"GET path HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET http:/x HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Invalid request string"
"GET http:/x HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET 1http://x/ HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Invalid request string"
"GET 1http://x/ HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET http:///x HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Unable to parse URI: http:///x"
"GET http:///x HTTP/1.1\r\n\r\n"
  "Unable to parse URI: http:///x"
-- hosts
"GET / HTTP/1.1\r\nHost: h:443\r\n\r\n"
  GET / 1.1 https://h/ {"Host":["h:443"]} ""
"GET / HTTP/1.1\r\nHost: h:80\r\n\r\n"
  GET / 1.1 http://h/ {"Host":["h:80"]} ""
"GET / HTTP/1.1\r\nHost: h:8080\r\n\r\n"
  GET / 1.1 http://h:8080/ {"Host":["h:8080"]} ""
"GET / HTTP/1.1\r\nHost: H.example\r\n\r\n"
  GET / 1.1 http://h.example/ {"Host":["H.example"]} ""
"GET / HTTP/1.1\r\nHost: [::1]:443\r\n\r\n"
  GET / 1.1 https://[::1]/ {"Host":["[::1]:443"]} ""
"GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n"
  GET / 1.1 http://[::1]/ {"Host":["[::1]"]} ""
"GET / HTTP/1.1\r\nHost: h:\r\n\r\n"
  GET / 1.1 http://h/ {"Host":["h:"]} ""
"GET / HTTP/1.1\r\nHost: a_b-c.d\r\n\r\n"
  GET / 1.1 http://a_b-c.d/ {"Host":["a_b-c.d"]} ""
"GET / HTTP/1.1\r\nHost: \r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: a b\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: h:99999\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: h/x\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: u@h\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: [x]\r\n\r\n"
  "Invalid request string"
"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n"
  GET / 1.1 http://a/ {"Host":["a","b"]} ""
-- lines
"get / HTTP/1.0\r\nA: 1\r\na: 2\r\nB: 3\r\nA:\t 4 5\t\r\nEmpty:\r\n\r\nbody\r\n\r\nmore"
  GET / 1.0 / {"A":["1","2","4 5"],"B":["3"],"Empty":[""]} "body\r\n\r\nmore"
"GET / HTTP/1.1\nHost: h\nA: 1\n\nbody"
  GET / 1.1 http://h/ {"Host":["h"],"A":["1"]} "body"
"\r\n\nGET / HTTP/2.0\r\nHost: Example.org\r\n7: x\r\n\r\n"
  GET / 2.0 http://example.org/ {"Host":["Example.org"],"7":["x"]} ""
"GET / HTTP/2\r\nHost: Example.org\r\n\r\n"
  GET / 2 http://example.org/ {"Host":["Example.org"]} ""
"GET /\r\nHost: Example.org\r\n\r\n"
  GET / 1.1 http://example.org/ {"Host":["Example.org"]} ""
"GET / HTTP/1.0\r\nA: b\r\n c\r\n\t d\r\nB: e\r\n\r\n"
  GET / 1.0 / {"A":["b c d"],"B":["e"]} ""
"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"
  "Invalid header syntax: Obsolete line folding"
"GET / HTTP/1.0\r\n A: b\r\n\r\n"
  "Invalid header syntax: Obsolete line folding"
"GET / HTTP/1.1\r\nnothing\r\n\r\n"
  "Invalid header syntax"
"GET / HTTP/1.1\r\n: x\r\n\r\n"
  "Invalid header syntax"
"GET / HTTP/1.1\r\nA : x\r\n\r\n"
  "Invalid header syntax"
"GET / HTTP/1.1\r\nA: \u0001\r\n\r\n"
  "Invalid header syntax"
"GET / HTTP/1.1\r\nA: b\rc\r\n\r\n"
  "Invalid header syntax"
"GE\rT / HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET  / HTTP/1.1\r\n\r\n"
  "Invalid request string"
" GET / HTTP/1.1\r\n\r\n"
  "Invalid request string"
"GET / HTTP\r\n\r\n"
  "Invalid request string"
"GET / \r\n\r\n"
  "Invalid request string"
"GET"
  "Invalid message: Missing header delimiter"
"GET / HTTP/1.1\r\n"
  "Invalid message: Missing header delimiter"
""
  "Invalid message"
"0"
  "Invalid message: Missing header delimiter"
"\r\n\r\n"
  "Invalid message: Missing header delimiter"
"\r\n\r\n\r\n"
  "Invalid message: Missing header delimiter"
"HTTP/1.1 200 OK\r\n\r\n"
  "Invalid request string"
"GET /\ufffd HTTP/1.1\r\nHost: Example.org\r\n\r\n"
  "Unable to parse URI: http://Example.org/\ufffd"
-- many
int(1001)
string(4) "1000"
int(1001)
int(100000)
-- whatever is asked for first
"GET"
"/a?b"
"http://example.org/a?b"
"1.1"
"b"
true
"b"
2
""
"http://example.org/a?b"
"Example.org"
"b"
"/x"
true
"/a?b"
true
