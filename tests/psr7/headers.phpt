--TEST--
PSR-7: names of headers keep their case and are found in any, values are lists
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;

function show(string $title, object $message): void
{
	echo $title, ': ', json_encode($message->getHeaders()), "\n";
}

$response = new Response(200, ['X-First' => 'a', 'x-FIRST' => ['b', 'c'], 'Second' => 2, 3 => 'number', 'None' => null, 'Yes' => true, 'Trim' => " \t x y \t"]);
show('constructor', $response);
var_dump($response->getHeader('x-first'), $response->getHeaderLine('X-FIRST'), $response->hasHeader('SECOND'), $response->hasHeader('third'),
	$response->getHeader('third'), $response->getHeaderLine('third'), $response->getHeaderLine('3'), $response->getHeaderLine(3));

show('the new name and the last place', $response->withHeader('x-FIRST', 'z'));
show('the old name', $response->withAddedHeader('x-FIRST', ['y', ' z ']));
show('one more', $response->withAddedHeader('New', 'n'));
show('a number', $response->withHeader('3', ['m', 'n'])->withAddedHeader('3', 'o'));
show('without', $response->withoutHeader('x-first')->withoutHeader('3')->withoutHeader('no'));
show('an empty list', (new Response)->withHeader('Empty', []));
var_dump((new Response)->withHeader('Empty', [])->getHeaderLine('empty'), (new Response)->withHeader('Empty', [])->hasHeader('empty'));
show('keys of a list do not count', (new Response)->withHeader('List', ['x' => 'a', 5 => 'b']));
show('bytes beyond ASCII', (new Response)->withHeader('Latin', json_decode('"\u00e4"')));

echo "-- Host\n";
show('from the URI, first', new Request('GET', 'http://Example.COM:8080/', ['A' => 'b']));
show('its own port is none', new Request('GET', 'https://example.com:443/'));
show('no host', new Request('GET', '/', ['A' => 'b']));
show('given', new Request('GET', 'http://uri/', ['A' => 'b', 'hOST' => 'given']));
$request = new Request('GET', '/', ['A' => 'b', 'hOST' => 'given']);
show('withUri', $request->withUri(new WsChat\Psr7\Uri('http://uri:81/')));
show('preserved', $request->withUri(new WsChat\Psr7\Uri('http://uri/'), true));
show('nothing to preserve', $request->withoutHeader('Host')->withUri(new WsChat\Psr7\Uri('http://uri/'), true));
show('a URI without one', $request->withUri(new WsChat\Psr7\Uri('/path')));
?>
--EXPECT--
constructor: {"X-First":["a","b","c"],"Second":["2"],"3":["number"],"None":[""],"Yes":["1"],"Trim":["x y"]}
array(3) {
  [0]=>
  string(1) "a"
  [1]=>
  string(1) "b"
  [2]=>
  string(1) "c"
}
string(7) "a, b, c"
bool(true)
bool(false)
array(0) {
}
string(0) ""
string(6) "number"
string(6) "number"
the new name and the last place: {"Second":["2"],"3":["number"],"None":[""],"Yes":["1"],"Trim":["x y"],"x-FIRST":["z"]}
the old name: {"X-First":["a","b","c","y","z"],"Second":["2"],"3":["number"],"None":[""],"Yes":["1"],"Trim":["x y"]}
one more: {"X-First":["a","b","c"],"Second":["2"],"3":["number"],"None":[""],"Yes":["1"],"Trim":["x y"],"New":["n"]}
a number: {"X-First":["a","b","c"],"Second":["2"],"None":[""],"Yes":["1"],"Trim":["x y"],"3":["m","n","o"]}
without: {"Second":["2"],"None":[""],"Yes":["1"],"Trim":["x y"]}
an empty list: {"Empty":[]}
string(0) ""
bool(true)
keys of a list do not count: {"List":["a","b"]}
bytes beyond ASCII: {"Latin":["\u00e4"]}
-- Host
from the URI, first: {"Host":["example.com:8080"],"A":["b"]}
its own port is none: {"Host":["example.com"]}
no host: {"A":["b"]}
given: {"A":["b"],"hOST":["given"]}
withUri: {"hOST":["uri:81"],"A":["b"]}
preserved: {"A":["b"],"hOST":["given"]}
nothing to preserve: {"Host":["uri"],"A":["b"]}
a URI without one: {"A":["b"],"hOST":["given"]}
