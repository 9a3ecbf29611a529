--TEST--
ClientNegotiator: requests, keys, and answers that are checked
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\RFC6455\Handshake\ClientNegotiator;
use Ratchet\RFC6455\Handshake\PermessageDeflateOptions as Options;
use Ratchet\RFC6455\Handshake\RequestVerifier;
use Ratchet\RFC6455\Handshake\ServerNegotiator;
use WsChat\Psr7\Request;
use WsChat\Psr7\Response;
use WsChat\Psr7\Uri;

function show($request): void
{
    echo $request->getMethod(), ' ', $request->getRequestTarget(), ' ', $request->getUri();
    foreach ($request->getHeaders() as $name => $values) {
        echo " | $name: ", $name === 'Sec-WebSocket-Key' ? strlen(base64_decode($values[0], true)) . ' bytes' : implode(', ', $values);
    }
    echo "\n";
}

eval('namespace Psr\Http\Message; if (!interface_exists(RequestFactoryInterface::class)) { interface RequestFactoryInterface { public function createRequest(string $method, $uri): RequestInterface; } }');
class Factory implements Psr\Http\Message\RequestFactoryInterface
{
    public function createRequest(string $method, $uri): Psr\Http\Message\RequestInterface
    {
        return new Request($method, $uri, ['X-From' => 'factory']);
    }
}

$uri = new Uri('ws://example.com:8080/chat?room=7');
$deflate = Options::createEnabled()->withClientNoContextTakeover();
foreach ([
    new ClientNegotiator(),
    new ClientNegotiator(null),
    new ClientNegotiator($deflate),
    new ClientNegotiator(perMessageDeflateOptions: $deflate),
    new ClientNegotiator(Options::createDisabled()),
    new ClientNegotiator(new Factory()),
    new ClientNegotiator(new Factory(), $deflate),
    new ClientNegotiator(requestFactory: new Factory(), perMessageDeflateOptions: $deflate),
] as $client) {
    show($client->generateRequest($uri));
}
var_dump($client->getVersion(), $client->generateKey() !== $client->generateKey(), strlen($client->generateKey()));

echo "-- with our own server\n";
$server = new ServerNegotiator(new RequestVerifier(), true);
$request = $client->generateRequest($uri);
$response = $server->handshake($request);
echo $response->getStatusCode(), ' ', $response->getHeaderLine('Sec-WebSocket-Extensions'), "\n";
var_dump($client->validateResponse($request, $response), $client->validateResponse($client->generateRequest($uri), $response),
    $client->validateResponse($request, new Response(101)));

echo "-- overridden\n";
class Own extends ClientNegotiator
{
    public function generateKey()
    {
        return 'dGhlIHNhbXBsZSBub25jZQ==';
    }

    public function getVersion()
    {
        return 14;
    }
}
$request = (new Own())->generateRequest($uri);
echo $request->getHeaderLine('Sec-WebSocket-Key'), ' ', $request->getHeaderLine('Sec-WebSocket-Version'), "\n";
class Skips extends ClientNegotiator
{
    public function __construct()
    {
    }
}
class Throws extends ClientNegotiator
{
    public function generateKey()
    {
        throw new DomainException('key');
    }
}
foreach ([
    fn () => new ClientNegotiator(new stdClass()),
    fn () => new ClientNegotiator('x'),
    fn () => new ClientNegotiator(null, new stdClass()),
    fn () => (new Skips())->generateRequest($uri),
    fn () => (new Skips())->validateResponse($request, $response),
    fn () => (new Throws())->generateRequest($uri),
    fn () => $client->generateRequest('ws://localhost'),
] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-Websocket-Extensions: permessage-deflate; client_no_context_takeover; client_max_window_bits | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-Websocket-Extensions: permessage-deflate; client_no_context_takeover; client_max_window_bits | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-Websocket-Extensions: permessage-deflate; client_no_context_takeover; client_max_window_bits | Sec-WebSocket-Key: 16 bytes
GET /chat?room=7 ws://example.com:8080/chat?room=7 | Host: example.com:8080 | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | User-Agent: Ratchet | Sec-Websocket-Extensions: permessage-deflate; client_no_context_takeover; client_max_window_bits | Sec-WebSocket-Key: 16 bytes
int(13)
bool(true)
int(24)
-- with our own server
101 permessage-deflate; client_no_context_takeover
bool(true)
bool(false)
bool(false)
-- overridden
dGhlIHNhbXBsZSBub25jZQ== 14
TypeError: Ratchet\RFC6455\Handshake\ClientNegotiator::__construct(): Argument #1 ($requestFactory) must be of type Psr\Http\Message\RequestFactoryInterface, stdClass given
TypeError: Ratchet\RFC6455\Handshake\ClientNegotiator::__construct(): Argument #1 ($requestFactory) must be of type Psr\Http\Message\RequestFactoryInterface, string given
TypeError: Ratchet\RFC6455\Handshake\ClientNegotiator::__construct(): Argument #2 ($perMessageDeflateOptions) must be of type ?Ratchet\RFC6455\Handshake\PermessageDeflateOptions, stdClass given
LogicException: Skips was not constructed: its constructor must call parent::__construct()
LogicException: Skips was not constructed: its constructor must call parent::__construct()
DomainException: key
TypeError: Ratchet\RFC6455\Handshake\ClientNegotiator::generateRequest(): Argument #1 ($uri) must be of type Psr\Http\Message\UriInterface, string given
