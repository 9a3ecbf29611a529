--TEST--
PermessageDeflateOptions: values, and headers in and out
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Handshake\InvalidPermessageDeflateOptionsException;
use Ratchet\RFC6455\Handshake\PermessageDeflateOptions as Options;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;

function show(Options $options): string
{
    return json_encode([$options->isEnabled(), $options->getServerNoContextTakeover(), $options->getClientNoContextTakeover(),
        $options->getServerMaxWindowBits(), $options->getClientMaxWindowBits()]);
}

$enabled = Options::createEnabled();
echo show($enabled), ' ', show(Options::createDisabled()), "\n";
$changed = $enabled->withClientNoContextTakeover()->withServerMaxWindowBits(9)->withClientMaxWindowBits('10');
echo show($changed), ' ', show($enabled), "\n";
echo show($changed->withoutClientNoContextTakeover()->withServerNoContextTakeover()->withServerMaxWindowBits()), ' ',
    show($changed->withServerNoContextTakeover()->withoutServerNoContextTakeover()), "\n";
var_dump($enabled == Options::createEnabled(), $enabled == $changed, $changed == clone $changed, (new ReflectionClass(Options::class))->isFinal());
foreach ([fn () => $enabled->withServerMaxWindowBits(7), fn () => $enabled->withClientMaxWindowBits(16), fn () => $enabled->withClientMaxWindowBits('x'), fn () => new Options()] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

echo "-- from a header\n";
foreach ([
    [],
    ['permessage-deflate'],
    ['foo; bar, permessage-deflate ; client_max_window_bits'],
    ['permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10; client_max_window_bits=8'],
    ['permessage-deflate; server_max_window_bits=10, permessage-deflate', 'permessage-deflate; client_max_window_bits="9"'],
    ['Permessage-Deflate'],
    ['x-webkit-deflate-frame'],
    ['permessage-deflate; bogus'],
    ['permessage-deflate;'],
    ['permessage-deflate; server_no_context_takeover=1'],
    ['permessage-deflate; client_no_context_takeover='],
    ['permessage-deflate; server_max_window_bits'],
    ['permessage-deflate; server_max_window_bits=7'],
    ['permessage-deflate; server_max_window_bits=16'],
    ['permessage-deflate; server_max_window_bits=010'],
    ['permessage-deflate; client_max_window_bits='],
    ['permessage-deflate; client_max_window_bits=9x'],
    ['permessage-deflate; client_max_window_bits; client_max_window_bits=10'],
    ['permessage-deflate; server_no_context_takeover; server_no_context_takeover'],
    [', ,'],
] as $values) {
    $message = new Response(101, $values ? ['Sec-WebSocket-Extensions' => $values] : []);
    try {
        echo implode(' ', array_map('show', Options::fromRequestOrResponse($message))), "\n";
    } catch (InvalidPermessageDeflateOptionsException $e) {
        echo $e->getMessage(), "\n";
    }
}

echo "-- to a header\n";
foreach ([
    $enabled,
    Options::createDisabled(),
    $changed,
    $enabled->withServerNoContextTakeover()->withClientNoContextTakeover()->withServerMaxWindowBits(8)->withClientMaxWindowBits(9),
    Options::fromRequestOrResponse(new Request('GET', '/', ['Sec-WebSocket-Extensions' => 'permessage-deflate']))[0],
] as $options) {
    echo $options->addHeaderToResponse(new Response(101))->getHeaderLine('Sec-WebSocket-Extensions'), ' | ',
        $options->addHeaderToRequest(new Request('GET', '/'))->getHeaderLine('Sec-WebSocket-Extensions'), "\n";
}
$response = new Response(101, ['Sec-WebSocket-Extensions' => 'x']);
var_dump($enabled->addHeaderToResponse($response)->getHeader('sec-websocket-extensions'), Options::createDisabled()->addHeaderToResponse($response) === $response);
try {
    $enabled->addHeaderToRequest($response);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}

foreach (['5.6.0', '7.0.17', '7.0.18', '7.0.200', '7.1.3', '7.1.4', '10.0.0'] as $version) {
    echo $version, ' ', var_export(Options::permessageDeflateSupported($version), true), "\n";
}
var_dump(Options::permessageDeflateSupported());

echo "-- what reflection has broken\n";
$broken = Options::createEnabled();
foreach (['client_max_window_bits' => 'x', 'server_max_window_bits' => 99, 'server_no_context_takeover' => []] as $name => $value) {
    $property = new ReflectionProperty(Options::class, $name);
    $property->setValue($broken, $value);
}
echo $broken->addHeaderToResponse(new Response(101))->getHeaderLine('Sec-WebSocket-Extensions'), "\n";
?>
--EXPECT--
[true,false,false,15,15] [false,null,null,null,null]
[true,false,true,9,10] [true,false,false,15,15]
[true,true,false,15,10] [true,false,true,9,10]
bool(true)
bool(false)
bool(true)
bool(true)
Exception: server_max_window_bits must have a value between 8 and 15.
Exception: client_max_window_bits must have a value between 8 and 15.
TypeError: Unsupported operand types: int + string
Error: Call to private Ratchet\RFC6455\Handshake\PermessageDeflateOptions::__construct() from global scope
-- from a header
[false,null,null,null,null]
[true,null,null,15,15] [false,null,null,null,null]
[true,null,null,15,15] [false,null,null,null,null]
[true,true,true,10,8] [false,null,null,null,null]
[true,null,null,10,15] [true,null,null,15,15] [true,null,null,15,9] [false,null,null,null,null]
[false,null,null,null,null]
[false,null,null,null,null]
Option "bogus"is not valid for permessage deflate
Option ""is not valid for permessage deflate
server_no_context_takeover must not have a value.
client_no_context_takeover must not have a value.
server_max_window_bits must have a value between 8 and 15.
server_max_window_bits must have a value between 8 and 15.
server_max_window_bits must have a value between 8 and 15.
server_max_window_bits must have a value between 8 and 15.
client_max_window_bits must have no value or a value between 8 and 15.
client_max_window_bits must have no value or a value between 8 and 15.
client_max_window_bits specified more than once. Connection must be declined.
server_no_context_takeover specified more than once. Connection must be declined.
[false,null,null,null,null]
-- to a header
permessage-deflate | permessage-deflate; client_max_window_bits
 | 
permessage-deflate; client_max_window_bits=10; client_no_context_takeover; server_max_window_bits=9 | permessage-deflate; client_no_context_takeover; server_max_window_bits=9; client_max_window_bits=10
permessage-deflate; client_max_window_bits=9; client_no_context_takeover; server_max_window_bits=8; server_no_context_takeover | permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=8; client_max_window_bits=9
permessage-deflate | permessage-deflate; client_max_window_bits
array(2) {
  [0]=>
  string(1) "x"
  [1]=>
  string(18) "permessage-deflate"
}
bool(true)
Ratchet\RFC6455\Handshake\PermessageDeflateOptions::addHeaderToRequest(): Argument #1 ($request) must be of type Psr\Http\Message\RequestInterface, WsChat\Psr7\Response given
5.6.0 false
7.0.17 false
7.0.18 true
7.0.200 true
7.1.3 false
7.1.4 true
10.0.0 true
bool(true)
-- what reflection has broken
permessage-deflate
