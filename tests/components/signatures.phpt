--TEST--
App, Router, OriginCheck, IpBlackList, FlashPolicy: methods, parameters and properties are those of Ratchet
--FILE--
<?php
$expected = <<<'TEXT'
class Ratchet\App {
    public $flashServer = null
    protected $_routeCounter = 0
    protected $_server = null
    protected $httpHost = null
    protected $port = null
    public $routes = null
    public __construct($httpHost = 'localhost', $port = 8080, $address = '127.0.0.1', $loop = null, $context = [])
    public route($path, Ratchet\ComponentInterface $controller, array $allowedOrigins = [], $httpHost = null)
    public run()
}
trait Ratchet\Http\CloseResponseTrait {
    private close(Ratchet\ConnectionInterface $conn, $code = 400, array $additional_headers = [])
}
class Ratchet\Http\NoOpHttpServerController implements Ratchet\ComponentInterface, Ratchet\Http\HttpServerInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    public onClose(Ratchet\ConnectionInterface $conn)
    public onError(Ratchet\ConnectionInterface $conn, Exception $e)
    public onMessage(Ratchet\ConnectionInterface $from, $msg)
    public onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null)
}
class Ratchet\Http\OriginCheck implements Ratchet\ComponentInterface, Ratchet\Http\HttpServerInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $_component = null
    public $allowedOrigins = []
    public __construct(Ratchet\MessageComponentInterface $component, array $allowed = [])
    public onClose(Ratchet\ConnectionInterface $conn)
    public onError(Ratchet\ConnectionInterface $conn, Exception $e)
    public onMessage(Ratchet\ConnectionInterface $from, $msg)
    public onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null)
}
class Ratchet\Http\Router implements Ratchet\ComponentInterface, Ratchet\Http\HttpServerInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $_matcher = null
    public __construct(Symfony\Component\Routing\Matcher\UrlMatcherInterface $matcher)
    public onClose(Ratchet\ConnectionInterface $conn)
    public onError(Ratchet\ConnectionInterface $conn, Exception $e)
    public onMessage(Ratchet\ConnectionInterface $from, $msg)
    public onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null)
}
class Ratchet\Server\IpBlackList implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $_blacklist = []
    protected $_decorating = null
    public __construct(Ratchet\MessageComponentInterface $component)
    public blockAddress($ip)
    public filterAddress($address)
    public getBlockedAddresses()
    public isBlocked($address)
    public onClose(Ratchet\ConnectionInterface $conn)
    public onError(Ratchet\ConnectionInterface $conn, Exception $e)
    public onMessage(Ratchet\ConnectionInterface $from, $msg)
    public onOpen(Ratchet\ConnectionInterface $conn)
    public unblockAddress($ip)
}
class Ratchet\Server\FlashPolicy implements Ratchet\ComponentInterface, Ratchet\MessageComponentInterface, Ratchet\MessageInterface {
    protected $_access = []
    protected $_cache = ''
    protected $_cacheValid = false
    protected $_policy = '<?xml version="1.0"?><!DOCTYPE cross-domain-policy SYSTEM "http://www.adobe.com/xml/dtds/cross-domain-policy.dtd"><cross-domain-policy></cross-domain-policy>'
    protected $_siteControl = ''
    public addAllowedAccess($domain, $ports = '*', $secure = false)
    public clearAllowedAccess()
    public onClose(Ratchet\ConnectionInterface $conn)
    public onError(Ratchet\ConnectionInterface $conn, Exception $e)
    public onMessage(Ratchet\ConnectionInterface $from, $msg)
    public onOpen(Ratchet\ConnectionInterface $conn)
    public renderPolicy()
    public setSiteControl($permittedCrossDomainPolicies = 'all')
    public validateDomain($domain)
    public validatePorts($port)
    public validateSiteControl($permittedCrossDomainPolicies)
}

TEXT;

function value(mixed $value): string
{
    return $value === [] ? '[]' : strtr(var_export($value, true), ['NULL' => 'null']);
}

function describe(ReflectionClass $class): string
{
    $interfaces = $class->getInterfaceNames();
    sort($interfaces);
    $properties = $methods = [];
    foreach ($class->getProperties() as $property) {
        $modifiers = implode(' ', Reflection::getModifierNames($property->getModifiers()));
        $properties[$property->name] = "    $modifiers \${$property->name} = " . value($property->getDefaultValue()) . "\n";
    }
    foreach ($class->getMethods() as $method) {
        $parameters = [];
        foreach ($method->getParameters() as $parameter) {
            $parameters[] = ltrim($parameter->getType() . ' ') . "\${$parameter->name}"
                . ($parameter->isDefaultValueAvailable() ? ' = ' . value($parameter->getDefaultValue()) : '');
        }
        $methods[$method->name] = '    ' . implode(' ', Reflection::getModifierNames($method->getModifiers()))
            . " {$method->name}(" . implode(', ', $parameters) . ')' . ($method->hasReturnType() ? ': type' : '') . "\n";
    }
    ksort($properties);
    ksort($methods);
    return ($class->isTrait() ? 'trait ' : 'class ') . $class->name . ($interfaces ? ' implements ' . implode(', ', $interfaces) : '')
        . " {\n" . implode($properties) . implode($methods) . "}\n";
}

$is = '';
foreach (['App', 'Http\CloseResponseTrait', 'Http\NoOpHttpServerController', 'Http\OriginCheck', 'Http\Router', 'Server\IpBlackList', 'Server\FlashPolicy'] as $name) {
    $is .= describe(new ReflectionClass("Ratchet\\$name"));
}
foreach (array_diff(explode("\n", $expected), explode("\n", $is)) as $line) {
    echo "- $line\n";
}
foreach (array_diff(explode("\n", $is), explode("\n", $expected)) as $line) {
    echo "+ $line\n";
}
echo strlen($is) === strlen($expected) ? "the same\n" : "not the same\n";
?>
--EXPECT--
the same
