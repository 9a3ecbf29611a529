--TEST--
RequestVerifier and ResponseVerifier: each part of a handshake
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Handshake\RequestVerifier;
use Ratchet\RFC6455\Handshake\ResponseVerifier;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;

function table(object $verifier, array $rows): void
{
    foreach ($rows as $method => $calls) {
        echo $method, "\n";
        foreach ($calls as $arguments) {
            echo '  ', json_encode($arguments, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), ' ', var_export($verifier->$method(...$arguments), true), "\n";
        }
    }
}

table(new RequestVerifier(), [
    'verifyMethod' => [['GET'], ['gEt'], ['POST'], [''], [1]],
    'verifyHTTPVersion' => [['1.1'], [1.1], [2], ['2.0'], ['1.0'], [''], ['hello']],
    'verifyRequestURI' => [['/'], ['/chat?x'], ['/chat#x'], ['chat'], ['/é'], ['']],
    'verifyHost' => [[['a']], [[]], [['a', 'b']]],
    'verifyUpgradeRequest' => [[['websocket']], [['WebSocket']], [['websocket', 'x']], [[]], [['']], [['x' => 'websocket']]],
    'verifyConnection' => [[['Upgrade']], [['keep-alive, upgrade']], [['keep-alive', 'UPGRADE']], [['upgrades']], [[]], [['']], [[1, ' upgrade ']]],
    'verifyKey' => [[['dGhlIHNhbXBsZSBub25jZQ==']], [['short']], [[0]], [[]], [['dGhlIHNhbXBsZSBub25jZQ==', 'x']]],
    'verifyVersion' => [[[13]], [['13']], [['13, 8']], [['8']], [[]], [['13', '13']], [[[]]]],
    'verifyProtocol' => [['x']],
    'verifyExtensions' => [['x']],
    'getPermessageDeflateOptions' => [
        [['Sec-WebSocket-Extensions' => ['x', 'permessage-deflate; y']], ['Sec-WebSocket-Extensions' => ['permessage-deflate']]],
        [[], ['Sec-WebSocket-Extensions' => ['permessage-deflate']]],
    ],
]);
table(new ResponseVerifier(), [
    'verifyStatus' => [[101], ['101'], [200]],
    'verifyUpgrade' => [[['websocket']], [['WebSocket']], [['h2c']], [[]]],
    'verifyConnection' => [[['Upgrade']], [['keep-alive, Upgrade']], [['close']], [[]]],
    'verifySecWebSocketAccept' => [[['s3pPLMBiTxaQ9kYGzzhZRbK+xOo='], ['dGhlIHNhbXBsZSBub25jZQ==']], [['x'], ['dGhlIHNhbXBsZSBub25jZQ==']],
        [[], ['x']], [['x'], []], [['s3pPLMBiTxaQ9kYGzzhZRbK+xOo=', 'x'], ['dGhlIHNhbXBsZSBub25jZQ==']]],
    'sign' => [['dGhlIHNhbXBsZSBub25jZQ=='], ['']],
    'verifySubProtocol' => [[['a'], ['a']], [['c, a', 'd'], ['a']], [[], []], [['a', 'b'], []], [['c', 'd', 'a'], ['b', 'a']], [['a'], ['d']], [['a'], ['A']]],
    'verifyExtensions' => [[[], []], [['permessage-deflate; client_max_window_bits'], ['permessage-deflate']], [[], ['permessage-deflate']],
        [['x, permessage-deflate'], ['permessage-deflate; server_no_context_takeover']], [['permessage-deflate'], ['other']], [['x'], ['']]],
]);

echo "-- all\n";
const GOOD = ['Host' => 'example.com', 'Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version' => '13'];
const ANSWER = ['Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Accept' => 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='];
$request = new Request('GET', '/', GOOD);
var_dump((new RequestVerifier())->verifyAll($request), (new RequestVerifier())->verifyAll($request->withMethod('PUT')),
    (new RequestVerifier())->verifyAll($request->withoutHeader('Upgrade')));
$verifier = new ResponseVerifier();
$response = new Response(101, ANSWER);
var_dump($verifier->verifyAll($request, $response), $verifier->verifyAll($request, $response->withStatus(200)));
foreach (ANSWER as $name => $value) {
    echo var_export($verifier->verifyAll($request, $response->withoutHeader($name)), true), ' ';
}
echo var_export($verifier->verifyAll($request, $response->withHeader('Sec-WebSocket-Protocol', 'a')), true), ' ',
    var_export($verifier->verifyAll($request, $response->withHeader('Sec-WebSocket-Extensions', 'permessage-deflate')), true), "\n";

echo "-- what elements do\n";
class Throws
{
    public function __toString(): string
    {
        throw new DomainException('element');
    }
}
foreach ([fn () => (new RequestVerifier())->verifyConnection([new Throws()]), fn () => (new RequestVerifier())->verifyKey([new Throws()]),
    fn () => (new RequestVerifier())->verifyMethod(new Throws()), fn () => $verifier->verifyExtensions([new Throws()], ['x']),
    fn () => (new RequestVerifier())->verifyHost('x'), fn () => $verifier->verifySecWebSocketAccept('x', []), fn () => (new RequestVerifier())->verifyMethod([])] as $wrong) {
    try {
        $wrong();
        echo "nothing\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
class OtherSign extends ResponseVerifier
{
    public function sign($key)
    {
        return "signed $key";
    }

    public function verifyUpgrade(array $upgrade)
    {
        return true;
    }
}
var_dump((new OtherSign())->verifySecWebSocketAccept(['signed x'], ['x']));
var_dump((new OtherSign())->verifyAll($request, new Response(101, ['Connection' => 'upgrade', 'Sec-WebSocket-Accept' => 'signed ' . GOOD['Sec-WebSocket-Key']])));
?>
--EXPECT--
verifyMethod
  ["GET"] true
  ["gEt"] true
  ["POST"] false
  [""] false
  [1] false
verifyHTTPVersion
  ["1.1"] true
  [1.1] true
  [2] true
  ["2.0"] true
  ["1.0"] false
  [""] false
  ["hello"] false
verifyRequestURI
  ["/"] true
  ["/chat?x"] true
  ["/chat#x"] false
  ["chat"] false
  ["/é"] false
  [""] false
verifyHost
  [["a"]] true
  [[]] false
  [["a","b"]] false
verifyUpgradeRequest
  [["websocket"]] true
  [["WebSocket"]] true
  [["websocket","x"]] false
  [[]] false
  [[""]] false
  [{"x":"websocket"}] false
verifyConnection
  [["Upgrade"]] true
  [["keep-alive, upgrade"]] true
  [["keep-alive","UPGRADE"]] true
  [["upgrades"]] false
  [[]] false
  [[""]] false
  [[1," upgrade "]] true
verifyKey
  [["dGhlIHNhbXBsZSBub25jZQ=="]] true
  [["short"]] false
  [[0]] false
  [[]] false
  [["dGhlIHNhbXBsZSBub25jZQ==","x"]] false
verifyVersion
  [[13]] true
  [["13"]] true
  [["13, 8"]] true
  [["8"]] false
  [[]] false
  [["13","13"]] false
  [[[]]] false
verifyProtocol
  ["x"] true
verifyExtensions
  ["x"] true
getPermessageDeflateOptions
  [{"Sec-WebSocket-Extensions":["x","permessage-deflate; y"]},{"Sec-WebSocket-Extensions":["permessage-deflate"]}] array (
  'deflate' => true,
  'no_context_takeover' => false,
  'max_window_bits' => NULL,
  'request_no_context_takeover' => false,
  'request_max_window_bits' => NULL,
)
  [[],{"Sec-WebSocket-Extensions":["permessage-deflate"]}] array (
  'deflate' => false,
  'no_context_takeover' => false,
  'max_window_bits' => NULL,
  'request_no_context_takeover' => false,
  'request_max_window_bits' => NULL,
)
verifyStatus
  [101] true
  ["101"] true
  [200] false
verifyUpgrade
  [["websocket"]] true
  [["WebSocket"]] true
  [["h2c"]] false
  [[]] false
verifyConnection
  [["Upgrade"]] true
  [["keep-alive, Upgrade"]] true
  [["close"]] false
  [[]] false
verifySecWebSocketAccept
  [["s3pPLMBiTxaQ9kYGzzhZRbK+xOo="],["dGhlIHNhbXBsZSBub25jZQ=="]] true
  [["x"],["dGhlIHNhbXBsZSBub25jZQ=="]] false
  [[],["x"]] false
  [["x"],[]] false
  [["s3pPLMBiTxaQ9kYGzzhZRbK+xOo=","x"],["dGhlIHNhbXBsZSBub25jZQ=="]] false
sign
  ["dGhlIHNhbXBsZSBub25jZQ=="] 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='
  [""] 'Kfh9QIsMVZcl6xEPYxPHzW8SZ8w='
verifySubProtocol
  [["a"],["a"]] true
  [["c, a","d"],["a"]] true
  [[],[]] true
  [["a","b"],[]] true
  [["c","d","a"],["b","a"]] false
  [["a"],["d"]] false
  [["a"],["A"]] false
verifyExtensions
  [[],[]] 1
  [["permessage-deflate; client_max_window_bits"],["permessage-deflate"]] 1
  [[],["permessage-deflate"]] 0
  [["x, permessage-deflate"],["permessage-deflate; server_no_context_takeover"]] 1
  [["permessage-deflate"],["other"]] 0
  [["x"],[""]] 1
-- all
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
false false false false false
-- what elements do
DomainException: element
DomainException: element
DomainException: element
DomainException: element
TypeError: Ratchet\RFC6455\Handshake\RequestVerifier::verifyHost(): Argument #1 ($hostHeader) must be of type array, string given
TypeError: Ratchet\RFC6455\Handshake\ResponseVerifier::verifySecWebSocketAccept(): Argument #1 ($swa) must be of type array, string given
TypeError: Ratchet\RFC6455\Handshake\RequestVerifier::verifyMethod(): Argument #1 ($val) must be of type string, array given
bool(true)
bool(true)
