--TEST--
RFC6455\Handshake: classes, constants and signatures are those of Ratchet's package
--EXTENSIONS--
wschat
--FILE--
<?php
namespace Ratchet\RFC6455\Handshake;

foreach ([NegotiatorInterface::class, RequestVerifier::class, ResponseVerifier::class, InvalidPermessageDeflateOptionsException::class,
	PermessageDeflateOptions::class, ServerNegotiator::class, ClientNegotiator::class] as $name) {
	$class = new \ReflectionClass($name);
	echo $class->isInterface() ? 'interface ' : 'class ', $class->getShortName(), $class->isFinal() ? ' final' : '',
		$class->getParentClass() ? ' extends ' . $class->getParentClass()->getName() : '', "\n";
	foreach ($class->getConstants() as $constant => $value) {
		echo "  $constant = $value\n";
	}
	foreach ($class->getProperties() as $property) {
		if ($property->class === $name) {
			echo '  ', implode(' ', \Reflection::getModifierNames($property->getModifiers())), ' $', $property->getName(), ' = ', json_encode($property->getDefaultValue()), "\n";
		}
	}
	foreach ($class->getMethods() as $method) {
		if ($method->class !== $name) {
			continue;
		}
		$parameters = [];
		foreach ($method->getParameters() as $parameter) {
			$parameters[] = ltrim($parameter->getType() . ' ') . '$' . $parameter->getName()
				. ($parameter->isDefaultValueAvailable() ? ' = ' . ($parameter->getName() === 'version' ? 'its default' : json_encode($parameter->getDefaultValue())) : '');
		}
		echo '  ', implode(' ', \Reflection::getModifierNames($method->getModifiers() & ~\ReflectionMethod::IS_ABSTRACT)),
			' ', $method->getName(), '(', implode(', ', $parameters), ')',
			$method->hasReturnType() ? ': ' . $method->getReturnType() : '', "\n";
	}
}
var_dump((new \ReflectionMethod(PermessageDeflateOptions::class, 'permessageDeflateSupported'))->getParameters()[0]->getDefaultValue() === PHP_VERSION);

// Classes written against either version of the package load without a word.
class OldServer extends ServerNegotiator
{
	public function __construct(RequestVerifier $requestVerifier, $enablePerMessageDeflate = false)
	{
		parent::__construct($requestVerifier, $enablePerMessageDeflate);
	}

	public function handshake(\Psr\Http\Message\RequestInterface $request)
	{
		return parent::handshake($request)->withHeader('X-Old', '1');
	}
}
class NewServer extends ServerNegotiator
{
	public function handshake(\Psr\Http\Message\RequestInterface $request): \Psr\Http\Message\ResponseInterface
	{
		return parent::handshake($request)->withHeader('X-New', '1');
	}
}
class OwnNegotiator implements NegotiatorInterface
{
	public function isProtocol(\Psr\Http\Message\RequestInterface $request): bool
	{
		return true;
	}

	public function getVersionNumber()
	{
		return 13;
	}

	public function handshake(\Psr\Http\Message\RequestInterface $request)
	{
	}

	public function setSupportedSubProtocols(array $protocols): void
	{
	}

	public function setStrictSubProtocolCheck($enable)
	{
	}
}
$request = new \WsChat\Psr7\Request('PUT', '/');
echo implode(' ', array_keys((new OldServer(new RequestVerifier(), true))->handshake($request)->getHeaders())), ' ',
	implode(' ', array_keys((new NewServer(new RequestVerifier()))->handshake($request)->getHeaders())), "\n";
?>
--EXPECT--
interface NegotiatorInterface
  GUID = 258EAFA5-E914-47DA-95CA-C5AB0DC85B11
  public isProtocol(Psr\Http\Message\RequestInterface $request)
  public getVersionNumber()
  public handshake(Psr\Http\Message\RequestInterface $request)
  public setSupportedSubProtocols(array $protocols)
  public setStrictSubProtocolCheck($enable)
class RequestVerifier
  VERSION = 13
  public verifyAll(Psr\Http\Message\RequestInterface $request)
  public verifyMethod($val)
  public verifyHTTPVersion($val)
  public verifyRequestURI($val)
  public verifyHost(array $hostHeader)
  public verifyUpgradeRequest(array $upgradeHeader)
  public verifyConnection(array $connectionHeader)
  public verifyKey(array $keyHeader)
  public verifyVersion(array $versionHeader)
  public verifyProtocol($val)
  public verifyExtensions($val)
  public getPermessageDeflateOptions(array $requestHeader, array $responseHeader)
class ResponseVerifier
  public verifyAll(Psr\Http\Message\RequestInterface $request, Psr\Http\Message\ResponseInterface $response)
  public verifyStatus($status)
  public verifyUpgrade(array $upgrade)
  public verifyConnection(array $connection)
  public verifySecWebSocketAccept($swa, $key)
  public sign($key)
  public verifySubProtocol(array $requestHeader, array $responseHeader)
  public verifyExtensions(array $requestHeader, array $responseHeader)
class InvalidPermessageDeflateOptionsException extends Exception
class PermessageDeflateOptions final
  MAX_WINDOW_BITS = 15
  private $deflateEnabled = false
  private $server_no_context_takeover = null
  private $client_no_context_takeover = null
  private $server_max_window_bits = null
  private $client_max_window_bits = null
  private __construct()
  public static createEnabled()
  public static createDisabled()
  public withClientNoContextTakeover()
  public withoutClientNoContextTakeover()
  public withServerNoContextTakeover()
  public withoutServerNoContextTakeover()
  public withServerMaxWindowBits($bits = 15)
  public withClientMaxWindowBits($bits = 15)
  public static fromRequestOrResponse(Psr\Http\Message\MessageInterface $requestOrResponse)
  public getServerNoContextTakeover()
  public getClientNoContextTakeover()
  public getServerMaxWindowBits()
  public getClientMaxWindowBits()
  public isEnabled()
  public addHeaderToResponse(Psr\Http\Message\ResponseInterface $response)
  public addHeaderToRequest(Psr\Http\Message\RequestInterface $request)
  public static permessageDeflateSupported($version = its default)
class ServerNegotiator
  GUID = 258EAFA5-E914-47DA-95CA-C5AB0DC85B11
  private $verifier = null
  private $responseFactory = null
  private $_supportedSubProtocols = []
  private $_strictSubProtocols = false
  private $enablePerMessageDeflate = false
  public __construct(Ratchet\RFC6455\Handshake\RequestVerifier $requestVerifier, $responseFactory = null, $enablePerMessageDeflate = false)
  public isProtocol(Psr\Http\Message\RequestInterface $request)
  public getVersionNumber()
  public handshake(Psr\Http\Message\RequestInterface $request)
  public sign($key)
  public setSupportedSubProtocols(array $protocols)
  public setStrictSubProtocolCheck($enable)
class ClientNegotiator
  private $verifier = null
  private $defaultHeader = null
  private $requestFactory = null
  public __construct($requestFactory = null, ?Ratchet\RFC6455\Handshake\PermessageDeflateOptions $perMessageDeflateOptions = null)
  public generateRequest(Psr\Http\Message\UriInterface $uri)
  public validateResponse(Psr\Http\Message\RequestInterface $request, Psr\Http\Message\ResponseInterface $response)
  public generateKey()
  public getVersion()
bool(true)
Allow X-Old Allow X-New
