--TEST--
PSR-7: messages, URIs and bodies of classes of the script work with the native ones, and may throw anywhere
--EXTENSIONS--
wschat
--FILE--
<?php
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamInterface;
use Psr\Http\Message\UriInterface;
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Uri;

/* Answers what it was told, throws what it was told to throw. */
trait Answers
{
	function __construct(private array $answers = []) {}

	private function answer(string $method, array $arguments = []): mixed
	{
		$answer = $this->answers[$method] ?? null;
		if ($answer instanceof Throwable) {
			throw $answer;
		}
		return $answer instanceof Closure ? $answer(...$arguments) : $answer;
	}
}

/* A class of that name which implements the interface with it. */
foreach (['OwnRequest' => RequestInterface::class, 'OwnResponse' => ResponseInterface::class, 'OwnUri' => UriInterface::class, 'OwnStream' => StreamInterface::class,
	'OwnMessage' => Psr\Http\Message\MessageInterface::class] as $name => $interface) {
	$code = "class $name implements $interface { use Answers;\n";
	foreach ((new ReflectionClass($interface))->getMethods() as $method) {
		$parameters = implode(', ', array_map(fn ($parameter) => ($parameter->isOptional() ? '' : ($parameter->getType()?->isBuiltin() === false ? '\\' . $parameter->getType() : ''))
			. ' $' . $parameter->getName() . ($parameter->isOptional() ? ' = null' : ''), $method->getParameters()));
		$code .= "function {$method->name}($parameters)" . ($method->name === '__toString' ? ': string' : '') . " { return \$this->answer('{$method->name}', func_get_args()); }\n";
	}
	eval("$code}");
}

function attempt(callable $what): void
{
	try {
		echo json_encode($what(), JSON_UNESCAPED_SLASHES), "\n";
	} catch (Throwable $e) {
		echo get_class($e), ': ', json_encode($e->getMessage(), JSON_UNESCAPED_SLASHES), "\n";
	}
}

$uri = ['getHost' => 'own', 'getPort' => 81, 'getPath' => '/own', 'getQuery' => 'a=b'];
$request = ['getMethod' => 'GET', 'getRequestTarget' => '/x', 'getProtocolVersion' => '1.1', 'getHeaders' => ['A' => ['b', 'c'], 'B' => 'no list'], 'getUri' => new OwnUri($uri),
	'getBody' => new OwnStream(['__toString' => 'own body'])];
$response = ['getStatusCode' => 200, 'getReasonPhrase' => 'Fine', 'getProtocolVersion' => '1.1', 'getHeaders' => ['Set-Cookie' => ['a', 'b']], 'getBody' => new Uri('no body')];

echo "-- to bytes\n";
attempt(fn () => Message::toString(new OwnRequest($request)));
attempt(fn () => Message::toString(new OwnRequest(['getHeader' => fn ($name) => [$name]] + $request)));
attempt(fn () => Message::toString(new OwnResponse($response)));
attempt(fn () => Message::toString(new OwnResponse(['getBody' => new OwnStream(['__toString' => 'x'])] + $response)));
attempt(fn () => Message::toString(new OwnMessage));
attempt(fn () => Message::toString(new OwnRequest(['getUri' => null] + $request)));
foreach ($request as $method => $answer) {
	attempt(fn () => Message::toString(new OwnRequest([$method => new LogicException($method)] + $request)));
}
attempt(fn () => Message::toString(new OwnRequest(['getHeader' => new LogicException('getHeader')] + $request)));
attempt(fn () => Message::toString(new OwnRequest(['getHeaders' => ['a' => [new OwnStream(['__toString' => new LogicException('a value')])]]] + $request)));
attempt(fn () => Message::toString(new OwnRequest(['getUri' => new OwnUri(['getHost' => new LogicException('getHost')])] + $request)));
attempt(fn () => Message::toString(new Response(200, [], new OwnStream(['__toString' => new LogicException('the body')]))));
attempt(fn () => Message::toString(new Response(200, [], new OwnStream(['__toString' => 'own body']))));

echo "-- a URI of the script\n";
attempt(fn () => Message::toString(new Request('GET', new OwnUri($uri))));
attempt(fn () => (new Request('GET', '/'))->withUri(new OwnUri($uri))->getHeaders());
attempt(fn () => (new Request('GET', new OwnUri(['getPath' => ''] + $uri)))->getRequestTarget());
foreach (['getHost', 'getPort'] as $method) {
	attempt(fn () => new Request('GET', new OwnUri([$method => new LogicException($method)] + $uri)));
	attempt(fn () => (new Request('GET', '/'))->withUri(new OwnUri([$method => new LogicException($method)] + $uri)));
}
foreach (['getPath', 'getQuery'] as $method) {
	attempt(fn () => (new Request('GET', new OwnUri([$method => new LogicException($method)] + $uri)))->getRequestTarget());
}
attempt(fn () => new Request('GET', new OwnUri(['getHost' => "own\r\nX: y"] + $uri)));
attempt(fn () => new Request('GET', new OwnUri(['getHost' => 'a/b'] + $uri)));
attempt(fn () => new Request('GET', new OwnUri(['getPort' => "8\n0"] + $uri)));
?>
--EXPECT--
-- to bytes
"GET /x HTTP/1.1\r\nHost: own\r\nA: b, c\r\nB: no list\r\n\r\nown body"
"GET /x HTTP/1.1\r\nA: b, c\r\nB: no list\r\n\r\nown body"
TypeError: "OwnResponse::getbody(): Return value must be of type Psr\\Http\\Message\\StreamInterface, WsChat\\Psr7\\Uri returned"
"HTTP/1.1 200 Fine\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nx"
InvalidArgumentException: "Unknown message type: OwnMessage is neither a request nor a response"
TypeError: "OwnRequest::geturi(): Return value must be of type Psr\\Http\\Message\\UriInterface, null returned"
LogicException: "getMethod"
LogicException: "getRequestTarget"
LogicException: "getProtocolVersion"
LogicException: "getHeaders"
LogicException: "getUri"
LogicException: "getBody"
LogicException: "getHeader"
LogicException: "a value"
LogicException: "getHost"
LogicException: "the body"
"HTTP/1.1 200 OK\r\n\r\nown body"
-- a URI of the script
"GET /own?a=b HTTP/1.1\r\nHost: own:81\r\n\r\n"
{"Host":["own:81"]}
"/?a=b"
LogicException: "getHost"
LogicException: "getHost"
LogicException: "getPort"
LogicException: "getPort"
LogicException: "getPath"
LogicException: "getQuery"
InvalidArgumentException: "Invalid host: \"own\r\nX: y:81\""
InvalidArgumentException: "Invalid host: \"a/b:81\""
InvalidArgumentException: "Host must not contain CR or LF characters, \"own:8\n0\" given"
