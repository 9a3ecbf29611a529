--TEST--
PSR-7: with...() methods change a clone, and only what they name
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Stream;
use WsChat\Psr7\Uri;

function uri(Uri $uri): array
{
	return [$uri->getScheme(), $uri->getUserInfo(), $uri->getHost(), $uri->getPort(), $uri->getPath(), $uri->getQuery(), $uri->getFragment()];
}

function message(object $message): array
{
	return [$message->getProtocolVersion(), $message->getHeaders(), spl_object_id($message->getBody())]
		+ ($message instanceof Request
			? [3 => $message->getMethod(), $message->getRequestTarget(), (string) $message->getUri()]
			: [3 => $message->getStatusCode(), $message->getReasonPhrase()]);
}

function check(object $object, callable $state, string $method, ...$arguments): void
{
	$before = $state($object);
	$changed = $object->$method(...$arguments);
	$after = $state($changed);
	$differing = array_keys(array_filter($before, fn ($value, $key) => $after[$key] !== $value, ARRAY_FILTER_USE_BOTH));
	echo $object::class, '::', $method, ': ', get_class($changed) === get_class($object) ? '' : 'ANOTHER CLASS ',
		$state($object) === $before ? '' : 'THE ORIGINAL CHANGED ', $changed === $object ? 'SAME OBJECT ' : '',
		'changes ', implode(', ', $differing), "\n";
	$again = $state($changed->$method(...$arguments));
	if ($again !== $after && $method !== 'withAddedHeader') {
		echo "NOT STABLE\n";
	}
}

class MyUri extends Uri
{
	public $mine = 'property';
}

class MyRequest extends Request
{
	public $mine = 'property';
}

$uri = new MyUri('http://user@host:81/path?query#fragment');
check($uri, 'uri', 'withScheme', 'https');
check($uri, 'uri', 'withUserInfo', 'other', 'secret');
check($uri, 'uri', 'withHost', 'other');
check($uri, 'uri', 'withPort', 82);
check($uri, 'uri', 'withPort', null);
check($uri, 'uri', 'withPath', '/other');
check($uri, 'uri', 'withQuery', 'other');
check($uri, 'uri', 'withFragment', 'other');

$request = new MyRequest('GET', 'http://host/path', ['Host' => 'host', 'A' => ['1', '2']], 'body');
check($request, 'message', 'withMethod', 'POST');
check($request, 'message', 'withRequestTarget', '*');
check($request, 'message', 'withUri', new Uri('http://other/path'));
check($request, 'message', 'withUri', new Uri('http://other/path'), true);
foreach ([$request, new Response(200, ['A' => ['1', '2']], 'body')] as $message) {
	check($message, 'message', 'withProtocolVersion', '1.0');
	check($message, 'message', 'withHeader', 'a', '3');
	check($message, 'message', 'withHeader', 'new', '3');
	check($message, 'message', 'withAddedHeader', 'a', '3');
	check($message, 'message', 'withoutHeader', 'a');
	check($message, 'message', 'withBody', new Stream('other'));
}
check(new Response, 'message', 'withStatus', 404);

echo "-- nothing to change: the object itself\n";
$response = new Response;
var_dump($uri->withScheme('HTTP') === $uri, $uri->withUserInfo('user') === $uri, $uri->withHost('HOST') === $uri, $uri->withPort(81) === $uri,
	$uri->withPath('/path') === $uri, $uri->withQuery('query') === $uri, $uri->withFragment('fragment') === $uri,
	$request->withUri($request->getUri()) === $request, $request->withProtocolVersion('1.1') === $request,
	$request->withoutHeader('none') === $request, $request->withBody($request->getBody()) === $request);

echo "-- properties of a subclass go along, the body is shared\n";
$request->mine = 'changed';
$clone = $request->withHeader('b', 'c');
var_dump($clone->mine, $clone->getBody() === $request->getBody(), (clone $request)->getBody() === $request->getBody());

foreach ([new Request('GET', '/', [], 'not asked for yet'), new Response(200, [], 'not asked for yet')] as $fresh) {
	$clone = $fresh->withHeader('a', 'b');
	var_dump($clone->getBody() === $fresh->getBody());
}

echo "-- the arrays that come out are copies\n";
$headers = $request->getHeaders();
$headers['A'][] = '9';
$list = $request->getHeader('A');
$list[] = '9';
echo $request->getHeaderLine('A'), "\n";
?>
--EXPECT--
MyUri::withScheme: changes 0
MyUri::withUserInfo: changes 1
MyUri::withHost: changes 2
MyUri::withPort: changes 3
MyUri::withPort: changes 3
MyUri::withPath: changes 4
MyUri::withQuery: changes 5
MyUri::withFragment: changes 6
MyRequest::withMethod: changes 3
MyRequest::withRequestTarget: changes 4
MyRequest::withUri: changes 1, 5
MyRequest::withUri: changes 5
MyRequest::withProtocolVersion: changes 0
MyRequest::withHeader: changes 1
MyRequest::withHeader: changes 1
MyRequest::withAddedHeader: changes 1
MyRequest::withoutHeader: changes 1
MyRequest::withBody: changes 2
WsChat\Psr7\Response::withProtocolVersion: changes 0
WsChat\Psr7\Response::withHeader: changes 1
WsChat\Psr7\Response::withHeader: changes 1
WsChat\Psr7\Response::withAddedHeader: changes 1
WsChat\Psr7\Response::withoutHeader: changes 1
WsChat\Psr7\Response::withBody: changes 2
WsChat\Psr7\Response::withStatus: changes 3, 4
-- nothing to change: the object itself
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
-- properties of a subclass go along, the body is shared
string(7) "changed"
bool(true)
bool(true)
bool(true)
bool(true)
-- the arrays that come out are copies
1, 2
