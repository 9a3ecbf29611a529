--TEST--
PSR-7: objects that were not constructed, are constructed again, cloned, compared, serialized or part of a cycle
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Stream;
use WsChat\Psr7\Uri;

function attempt(callable $what): void
{
	try {
		echo json_encode($what(), JSON_UNESCAPED_SLASHES), "\n";
	} catch (Throwable $e) {
		echo get_class($e), ': ', $e->getMessage(), $e->getPrevious() ? ' <- ' . $e->getPrevious()->getMessage() : '', "\n";
	}
}

class Text
{
	function __construct(private string|Closure $text) {}
	function __toString(): string { return is_string($this->text) ? $this->text : ($this->text)(); }
}

echo "-- without a constructor\n";
foreach ([Request::class, Response::class, Uri::class, Stream::class] as $name) {
	eval("class My" . ($short = substr($name, 12)) . " extends $name { public \$self; function __construct() { } function parent(...\$a) { parent::__construct(...\$a); } }");
}
attempt(fn () => Message::toString(new MyRequest));
attempt(fn () => [(new MyRequest)->getMethod(), (string) (new MyRequest)->getUri(), (string) (new MyRequest)->getBody(), (new MyRequest)->withHeader('a', 'b')->getHeaders()]);
attempt(fn () => Message::toString(new MyResponse));
attempt(fn () => Message::toString((new MyResponse)->withStatus(404)));
attempt(fn () => [(string) new MyUri, (string) (new MyUri)->withHost('h'), (new MyUri)->getPort()]);
attempt(fn () => (string) new MyStream);
attempt(fn () => (new MyStream)->getSize());
attempt(fn () => (new MyStream)->close());
attempt(fn () => Message::toString((new MyResponse)->withBody(new MyStream)));
attempt(fn () => Message::toString((new ReflectionClass(Request::class))->newInstanceWithoutConstructor()));

echo "-- constructed again\n";
$request = new Request('GET', 'http://one/', ['A' => 'b'], 'body', '1.0');
$request->__construct('POST', '/two');
attempt(fn () => Message::toString($request));
attempt(fn () => $request->__construct('GET', '/', ['bad name' => 'x'], 'body'));
attempt(fn () => Message::toString($request));
$uri = new Uri('http://one/path?a#b');
attempt(fn () => $uri->__construct('http://two:70000/'));
echo $uri, '|', $uri->__construct('/three'), $uri, "\n";
$stream = new Stream('one');
$stream->__construct('two');
echo $stream, "\n";

echo "-- constructed again by its own argument\n";
$request = new Request('GET', '/');
attempt(fn () => $request->__construct('PUT', new Text(function () use ($request) { $request->__construct('POST', 'http://inner/', [], 'inner'); return 'http://outer/'; })));
attempt(fn () => Message::toString($request));
attempt(fn () => $request->__construct('PUT', '/', [], new Text(function () use ($request) { $request->__construct('POST', 'http://inner/', [], 'inner'); return 'outer'; })));
attempt(fn () => Message::toString($request));

echo "-- arguments that throw\n";
$thrower = new Text(fn () => throw new LogicException('thrown'));
foreach ([fn () => new Request($thrower, '/'), fn () => new Request('GET', $thrower), fn () => new Request('GET', '/', [], $thrower), fn () => new Uri($thrower),
	fn () => new Stream($thrower), fn () => (new Uri)->withHost($thrower), fn () => (new Uri)->withUserInfo('a', $thrower), fn () => (new Response)->withStatus(200, $thrower),
	fn () => (new Response)->getHeader($thrower), fn () => (new Response)->getHeaderLine($thrower), fn () => (new Response)->hasHeader($thrower), fn () => (new Response)->withHeader($thrower, 'x'),
	fn () => (new Response)->withoutHeader($thrower), fn () => (new Request('GET', '/'))->withMethod($thrower), fn () => (new Request('GET', '/'))->withRequestTarget($thrower),
	fn () => (new Stream)->write($thrower), fn () => Message::parseRequest($thrower)] as $call) {
	attempt($call);
}
attempt(fn () => (string) (new Request('GET', new Text('http://h/'), [], new Text('body')))->getBody());

echo "-- __clone() that throws\n";
eval('class Once extends ' . Request::class . ' { function __clone() { throw new LogicException("no clones"); } }');
eval('class OnceResponse extends ' . Response::class . ' { function __clone() { throw new LogicException("no clones"); } }');
eval('class OnceUri extends ' . Uri::class . ' { function __clone() { throw new LogicException("no clones"); } }');
$once = new Once('GET', 'http://h/', ['a' => 'b']);
foreach ([['withMethod', 'X'], ['withRequestTarget', '*'], ['withUri', new Uri('http://x/')], ['withHeader', 'a', 'c'], ['withAddedHeader', 'a', 'c'], ['withoutHeader', 'a'],
	['withProtocolVersion', '1.0'], ['withBody', new Stream]] as $call) {
	$method = array_shift($call);
	attempt(fn () => $once->$method(...$call));
}
attempt(fn () => (new OnceResponse)->withStatus(300));
attempt(fn () => (new OnceUri)->withPath('/x'));
attempt(fn () => (new OnceUri)->withPort(8));

echo "-- methods of a subclass count\n";
eval('class Shouting extends ' . Response::class . ' { function getHeader($name): array { return array_map("strtoupper", parent::getHeader($name)); } }');
attempt(fn () => (new Shouting(200, ['A' => ['b', 'c']]))->getHeaderLine('a'));

echo "-- serialized\n";
foreach ([new Request('GET', '/'), new Response, new Uri, new Stream, new MyUri] as $object) {
	attempt(fn () => serialize($object));
}
attempt(fn () => unserialize('O:15:"WsChat\Psr7\Uri":0:{}'));

echo "-- compared\n";
var_dump(new Uri('/a') == new Uri('/a'), new Uri('/a') == new Uri('/b'), new Response(200) == new Response(201), new Response(200, ['a' => 'b']) == new Response(200, ['a' => 'b']),
	new Request('GET', '/') == new Request('PUT', '/'), new Request('GET', 'http://h/') == Message::parseRequest("GET / HTTP/1.1\r\nHost: h\r\n\r\n"),
	new Uri('/a') == new MyUri, new Uri('/a') == '/a', new Stream('a') == new Stream('a'));
$one = new MyRequest;
$two = new MyRequest;
$one->self = $one;
$two->self = $two;
attempt(fn () => $one == $two);

echo "-- in a cycle\n";
$body = new MyStream;
$body->self = (new Response)->withBody($body);
$last = WeakReference::create($body);
unset($body);
$own = new MyUri;
$own->self = new Request('GET', $own);
$other = WeakReference::create($own);
unset($own, $one, $two);
gc_collect_cycles();
var_dump($last->get(), $other->get());

echo "-- shown\n";
$request = Message::parseRequest("GET /a?b HTTP/1.1\r\nHost: h:81\r\n\r\n");
var_dump($request, new Response(404, ['A' => ['b', 'c']], 'body'));
$stream = new Stream;
$stream->close();
var_dump($stream);

echo "-- a stream that is taken away while it is read\n";
class Wrapper
{
	public $context;
	static ?Closure $onRead = null;
	function stream_open() { return true; }
	function stream_read($count) { (self::$onRead)(); return 'x'; }
	function stream_eof() { return true; }
	function stream_stat() { return false; }
}
stream_wrapper_register('wrapper', Wrapper::class);
$stream = new Stream(fopen('wrapper://x', 'r'));
Wrapper::$onRead = fn () => $stream->__construct('replaced');
attempt(fn () => $stream->read(10));
echo $stream, "\n";
$stream = new Stream(fopen('wrapper://x', 'r'));
Wrapper::$onRead = fn () => throw new LogicException('read');
attempt(fn () => $stream->read(10));
attempt(fn () => $stream->getContents());
?>
--EXPECTF--
-- without a constructor
"GET / HTTP/1.1\r\nHost: \r\n\r\n"
["GET","","",{"a":["b"]}]
"HTTP/1.1 200 OK\r\n\r\n"
"HTTP/1.1 404 Not Found\r\n\r\n"
["","//h",null]
RuntimeException: Stream is detached
null
null
RuntimeException: Stream is detached
"GET / HTTP/1.1\r\nHost: \r\n\r\n"
-- constructed again
"POST /two HTTP/1.1\r\nHost: \r\n\r\n"
InvalidArgumentException: "bad name" is not valid header name.
"GET / HTTP/1.1\r\nHost: \r\n\r\n"
InvalidArgumentException: Unable to parse URI: http://two:70000/
|/three
two
-- constructed again by its own argument
null
"PUT / HTTP/1.1\r\nHost: outer\r\n\r\n"
null
"POST / HTTP/1.1\r\nHost: inner\r\n\r\nouter"
-- arguments that throw
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
LogicException: thrown
"body"
-- __clone() that throws
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
LogicException: no clones
-- methods of a subclass count
"B, C"
-- serialized
Exception: Serialization of 'WsChat\Psr7\Request' is not allowed
Exception: Serialization of 'WsChat\Psr7\Response' is not allowed
Exception: Serialization of 'WsChat\Psr7\Uri' is not allowed
Exception: Serialization of 'WsChat\Psr7\Stream' is not allowed
Exception: Serialization of 'MyUri' is not allowed
Exception: Unserialization of 'WsChat\Psr7\Uri' is not allowed
-- compared
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
Error: Nesting level too deep - recursive dependency?
-- in a cycle
NULL
NULL
-- shown
object(WsChat\Psr7\Request)#%d (6) {
  ["method"]=>
  string(3) "GET"
  ["requestTarget"]=>
  NULL
  ["uri"]=>
  object(WsChat\Psr7\Uri)#%d (7) {
    ["scheme"]=>
    string(4) "http"
    ["userInfo"]=>
    string(0) ""
    ["host"]=>
    string(1) "h"
    ["port"]=>
    int(81)
    ["path"]=>
    string(2) "/a"
    ["query"]=>
    string(1) "b"
    ["fragment"]=>
    string(0) ""
  }
  ["protocol"]=>
  string(3) "1.1"
  ["headers"]=>
  array(1) {
    ["Host"]=>
    array(1) {
      [0]=>
      string(4) "h:81"
    }
  }
  ["body"]=>
  NULL
}
object(WsChat\Psr7\Response)#%d (5) {
  ["statusCode"]=>
  int(404)
  ["reasonPhrase"]=>
  string(9) "Not Found"
  ["protocol"]=>
  string(3) "1.1"
  ["headers"]=>
  array(1) {
    ["A"]=>
    array(2) {
      [0]=>
      string(1) "b"
      [1]=>
      string(1) "c"
    }
  }
  ["body"]=>
  string(4) "body"
}
object(WsChat\Psr7\Stream)#%d (4) {
  ["stream"]=>
  NULL
  ["seekable"]=>
  bool(false)
  ["readable"]=>
  bool(false)
  ["writable"]=>
  bool(false)
}
-- a stream that is taken away while it is read
"x"
replaced
LogicException: read
LogicException: read
