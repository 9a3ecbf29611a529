--TEST--
ServerNegotiator: requests and their answers, with the headers in order
--EXTENSIONS--
wschat
--FILE--
<?php
use Psr\Http\Message\RequestInterface;
use Ratchet\RFC6455\Handshake\NegotiatorInterface;
use Ratchet\RFC6455\Handshake\RequestVerifier;
use Ratchet\RFC6455\Handshake\ServerNegotiator;
use WsChat\Psr7\Request;

const GOOD = ['Host' => 'example.com', 'Upgrade' => 'websocket', 'Connection' => 'Upgrade', 'Sec-WebSocket-Key' => 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version' => '13'];

function request(array $headers = [], string $method = 'GET', string $uri = '/chat', string $version = '1.1'): Request
{
    return new Request($method, $uri, array_filter($headers + GOOD, fn ($value) => $value !== null), null, $version);
}

function show($response): void
{
    echo $response->getProtocolVersion(), ' ', $response->getStatusCode(), ' ', $response->getReasonPhrase();
    foreach ($response->getHeaders() as $name => $values) {
        echo " | $name: ", implode(', ', $values);
    }
    echo "\n";
}

$negotiator = new ServerNegotiator(new RequestVerifier());
foreach ([
    request(),
    request(['Connection' => 'keep-alive, UPGRADE', 'Upgrade' => 'WebSocket']),
    request(['Connection' => ['keep-alive', 'upgrade']]),
    request([], 'get'),
    request([], 'POST'),
    request([], 'GET', '/', '1.0'),
    request([], 'GET', '/', '2'),
    request([], 'GET', 'chat'),
    request(['Host' => ['a', 'b']]),
    request(['Host' => null]),
    request(['Upgrade' => null]),
    request(['Upgrade' => 'h2c']),
    request(['Upgrade' => ['websocket', 'websocket']]),
    request(['Connection' => null]),
    request(['Connection' => 'upgraded']),
    request(['Sec-WebSocket-Key' => null]),
    request(['Sec-WebSocket-Key' => 'c2hvcnQ=']),
    request(['Sec-WebSocket-Key' => ['dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ==']]),
    request(['Sec-WebSocket-Version' => null]),
    request(['Sec-WebSocket-Version' => '8']),
    request(['Sec-WebSocket-Version' => '13, 8']),
    request(['Sec-WebSocket-Protocol' => 'chat']),
    request(['Sec-WebSocket-Extensions' => 'permessage-deflate; client_max_window_bits']),
    request(['Sec-WebSocket-Extensions' => 'permessage-deflate; bogus']),
] as $request) {
    show($negotiator->handshake($request));
}

echo "-- sub-protocols\n";
foreach ([[], ['chat', 'ocpp1.6', '7']] as $supported) {
    foreach ([false, true] as $strict) {
        $negotiator = new ServerNegotiator(new RequestVerifier());
        $negotiator->setSupportedSubProtocols($supported);
        $negotiator->setStrictSubProtocolCheck($strict);
        foreach ([null, 'none', 'none, ocpp1.6 ,chat', ['a,b', 'chat'], 'Chat', '7', ''] as $offer) {
            show($negotiator->handshake(request(['Sec-WebSocket-Protocol' => $offer])));
        }
    }
}
show($negotiator->handshake(request(['Upgrade' => null])));

echo "-- compression\n";
foreach ([
    new ServerNegotiator(new RequestVerifier(), true),
    new ServerNegotiator(new RequestVerifier(), null, true),
    new ServerNegotiator(requestVerifier: new RequestVerifier(), enablePerMessageDeflate: 1),
    new ServerNegotiator(new RequestVerifier(), false),
] as $negotiator) {
    foreach ([null, 'permessage-deflate', 'other, permessage-deflate; server_max_window_bits=10; client_max_window_bits, permessage-deflate', 'permessage-deflate; server_max_window_bits=20'] as $offer) {
        $response = $negotiator->handshake(request(['Sec-WebSocket-Extensions' => $offer]));
        echo $response->getStatusCode(), ' ', $response->getReasonPhrase(), ' ', json_encode($response->getHeader('Sec-WebSocket-Extensions')), "\n";
    }
}

echo "-- the rest\n";
var_dump($negotiator->getVersionNumber(), $negotiator->isProtocol(request()), $negotiator->isProtocol(request(['Sec-WebSocket-Version' => '8'])),
    $negotiator->sign('dGhlIHNhbXBsZSBub25jZQ=='), NegotiatorInterface::GUID, $negotiator instanceof NegotiatorInterface);

echo "-- overridden\n";
class Own extends ServerNegotiator
{
    const GUID = 'own';

    public function sign($key)
    {
        return strtoupper(parent::sign($key));
    }

    public function getVersionNumber()
    {
        return 14;
    }
}
class OwnVerifier extends RequestVerifier
{
    const VERSION = 14;

    public function verifyHost(array $header)
    {
        return $header[0] === 'allowed';
    }

    public function verifyMethod($method)
    {
        if ($method === 'THROW') {
            throw new DomainException('verifier');
        }
        return parent::verifyMethod($method);
    }
}
$negotiator = new Own(new OwnVerifier());
show($negotiator->handshake(request()));
show($negotiator->handshake(request(['Host' => 'allowed'])));
show($negotiator->handshake(request(['Host' => 'allowed', 'Sec-WebSocket-Version' => '14'])));
echo base64_encode(sha1('dGhlIHNhbXBsZSBub25jZQ==own', true)), "\n";
try {
    $negotiator->handshake(request([], 'THROW'));
} catch (DomainException $e) {
    echo $e->getMessage(), "\n";
}

echo "-- a factory, and other arguments\n";
eval('namespace Psr\Http\Message; if (!interface_exists(ResponseFactoryInterface::class)) { interface ResponseFactoryInterface { public function createResponse(int $code = 200, string $reasonPhrase = ""): ResponseInterface; } }');
class Factory implements Psr\Http\Message\ResponseFactoryInterface
{
    public function createResponse(int $code = 200, string $reasonPhrase = ''): Psr\Http\Message\ResponseInterface
    {
        return new WsChat\Psr7\Response($code, ['X-From' => 'factory']);
    }
}
foreach ([new ServerNegotiator(new RequestVerifier(), new Factory()), new ServerNegotiator(requestVerifier: new RequestVerifier(), responseFactory: new Factory(), enablePerMessageDeflate: true)] as $negotiator) {
    $negotiator->setSupportedSubProtocols(['a']);
    show($negotiator->handshake(request(['Sec-WebSocket-Protocol' => 'a', 'Sec-WebSocket-Extensions' => 'permessage-deflate'])));
    show($negotiator->handshake(request([], 'PUT')));
    show($negotiator->handshake(request(['Upgrade' => null])));
    show($negotiator->handshake(request(['Sec-WebSocket-Version' => '1'])));
}
class Skips extends ServerNegotiator
{
    public function __construct()
    {
    }
}
foreach ([
    fn () => new ServerNegotiator(new stdClass()),
    fn () => new ServerNegotiator(new RequestVerifier(), new stdClass()),
    fn () => (new Skips())->handshake(request()),
    fn () => (new Skips())->isProtocol(request()),
    fn () => $negotiator->handshake(new WsChat\Psr7\Response()),
    fn () => $negotiator->setSupportedSubProtocols('a'),
] as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 405 Method Not Allowed | Allow: GET
1.1 505 HTTP Version not supported
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 400 Bad Request
1.1 400 Bad Request
1.1 400 Bad Request
1.1 426 Upgrade header MUST be provided | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 Upgrade header MUST be provided | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 Upgrade header MUST be provided | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 400 Connection Upgrade MUST be requested
1.1 400 Connection Upgrade MUST be requested
1.1 400 Invalid Sec-WebSocket-Key
1.1 400 Invalid Sec-WebSocket-Key
1.1 400 Invalid Sec-WebSocket-Key
1.1 426 Upgrade Required | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 Upgrade Required | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 400 Option "bogus"is not valid for permessage deflate
-- sub-protocols
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: ocpp1.6 | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: chat | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: 7 | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: chat, ocpp1.6, 7
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: chat, ocpp1.6, 7
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: ocpp1.6 | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: chat | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: chat, ocpp1.6, 7
1.1 101 Switching Protocols | Sec-WebSocket-Protocol: 7 | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 426 No Sec-WebSocket-Protocols requested supported | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: chat, ocpp1.6, 7
1.1 426 Upgrade header MUST be provided | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: chat, ocpp1.6, 7
-- compression
101 Switching Protocols []
101 Switching Protocols ["permessage-deflate"]
101 Switching Protocols ["permessage-deflate; server_max_window_bits=10"]
400 server_max_window_bits must have a value between 8 and 15. []
101 Switching Protocols []
101 Switching Protocols ["permessage-deflate"]
101 Switching Protocols ["permessage-deflate; server_max_window_bits=10"]
400 server_max_window_bits must have a value between 8 and 15. []
101 Switching Protocols []
101 Switching Protocols ["permessage-deflate"]
101 Switching Protocols ["permessage-deflate; server_max_window_bits=10"]
400 server_max_window_bits must have a value between 8 and 15. []
101 Switching Protocols []
101 Switching Protocols []
101 Switching Protocols []
400 server_max_window_bits must have a value between 8 and 15. []
-- the rest
int(13)
bool(true)
bool(false)
string(28) "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
string(36) "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
bool(true)
-- overridden
1.1 400 Bad Request
1.1 426 Upgrade Required | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 14
1.1 101 Switching Protocols | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: 1PCBHZNT9KV2U1YQGCK11ZPHJB8= | X-Powered-By: Ratchet
1pcBHzNT9kV2u1yQgcK11ZPhjB8=
verifier
-- a factory, and other arguments
1.1 101 Switching Protocols | X-From: factory | Sec-WebSocket-Protocol: a | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet
1.1 405 Method Not Allowed | X-From: factory | Allow: GET
1.1 426 Upgrade header MUST be provided | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: a
1.1 426 Upgrade Required | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: a
1.1 101 Switching Protocols | X-From: factory | Sec-WebSocket-Protocol: a | Upgrade: websocket | Connection: Upgrade | Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= | X-Powered-By: Ratchet | Sec-Websocket-Extensions: permessage-deflate
1.1 405 Method Not Allowed | X-From: factory | Allow: GET
1.1 426 Upgrade header MUST be provided | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: a
1.1 426 Upgrade Required | X-From: factory | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Protocol: a
TypeError: Ratchet\RFC6455\Handshake\ServerNegotiator::__construct(): Argument #1 ($requestVerifier) must be of type Ratchet\RFC6455\Handshake\RequestVerifier, stdClass given
TypeError: Ratchet\RFC6455\Handshake\ServerNegotiator::__construct(): Argument #2 ($responseFactory) must be of type Psr\Http\Message\ResponseFactoryInterface, stdClass given
LogicException: Skips was not constructed: its constructor must call parent::__construct()
LogicException: Skips was not constructed: its constructor must call parent::__construct()
TypeError: Ratchet\RFC6455\Handshake\ServerNegotiator::handshake(): Argument #1 ($request) must be of type Psr\Http\Message\RequestInterface, WsChat\Psr7\Response given
TypeError: Ratchet\RFC6455\Handshake\ServerNegotiator::setSupportedSubProtocols(): Argument #1 ($protocols) must be of type array, string given
