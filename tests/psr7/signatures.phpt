--TEST--
PSR-7: signatures of the interfaces and of the native classes
--EXTENSIONS--
wschat
--FILE--
<?php
$names = ['Psr\Http\Message\MessageInterface', 'Psr\Http\Message\RequestInterface', 'Psr\Http\Message\ServerRequestInterface',
	'Psr\Http\Message\ResponseInterface', 'Psr\Http\Message\StreamInterface', 'Psr\Http\Message\UriInterface',
	'Psr\Http\Message\UploadedFileInterface', 'WsChat\Psr7\Request', 'WsChat\Psr7\Response', 'WsChat\Psr7\Uri',
	'WsChat\Psr7\Stream', 'WsChat\Psr7\Message'];

foreach ($names as $name) {
	$class = new ReflectionClass($name);
	$interfaces = $class->getInterfaceNames();
	sort($interfaces);
	echo $class->isInterface() ? 'interface ' : 'class ', $name, $class->isFinal() ? ' final' : '', ': ', implode(', ', $interfaces), "\n";
	foreach ($class->getMethods() as $method) {
		if ($method->getDeclaringClass()->getName() !== $name) {
			continue;
		}
		$parameters = [];
		foreach ($method->getParameters() as $parameter) {
			$parameters[] = ltrim($parameter->getType() . ' ') . '$' . $parameter->getName()
				. ($parameter->isDefaultValueAvailable() ? ' = ' . json_encode($parameter->getDefaultValue()) : '');
		}
		echo '  ', implode(' ', Reflection::getModifierNames($method->getModifiers() & ~ReflectionMethod::IS_ABSTRACT)),
			' ', $method->getName(), '(', implode(', ', $parameters), ')',
			$method->hasReturnType() ? ': ' . $method->getReturnType() : '', "\n";
	}
}
?>
--EXPECT--
interface Psr\Http\Message\MessageInterface: 
  public getProtocolVersion()
  public withProtocolVersion(string $version)
  public getHeaders()
  public hasHeader(string $name)
  public getHeader(string $name)
  public getHeaderLine(string $name)
  public withHeader(string $name, $value)
  public withAddedHeader(string $name, $value)
  public withoutHeader(string $name)
  public getBody()
  public withBody(Psr\Http\Message\StreamInterface $body)
interface Psr\Http\Message\RequestInterface: Psr\Http\Message\MessageInterface
  public getRequestTarget()
  public withRequestTarget(string $requestTarget)
  public getMethod()
  public withMethod(string $method)
  public getUri()
  public withUri(Psr\Http\Message\UriInterface $uri, bool $preserveHost = false)
interface Psr\Http\Message\ServerRequestInterface: Psr\Http\Message\MessageInterface, Psr\Http\Message\RequestInterface
  public getServerParams()
  public getCookieParams()
  public withCookieParams(array $cookies)
  public getQueryParams()
  public withQueryParams(array $query)
  public getUploadedFiles()
  public withUploadedFiles(array $uploadedFiles)
  public getParsedBody()
  public withParsedBody($data)
  public getAttributes()
  public getAttribute(string $name, $default = null)
  public withAttribute(string $name, $value)
  public withoutAttribute(string $name)
interface Psr\Http\Message\ResponseInterface: Psr\Http\Message\MessageInterface
  public getStatusCode()
  public withStatus(int $code, string $reasonPhrase = "")
  public getReasonPhrase()
interface Psr\Http\Message\StreamInterface: Stringable
  public __toString(): string
  public close()
  public detach()
  public getSize()
  public tell()
  public eof()
  public isSeekable()
  public seek(int $offset, int $whence = 0)
  public rewind()
  public isWritable()
  public write(string $string)
  public isReadable()
  public read(int $length)
  public getContents()
  public getMetadata(?string $key = null)
interface Psr\Http\Message\UriInterface: Stringable
  public getScheme()
  public getAuthority()
  public getUserInfo()
  public getHost()
  public getPort()
  public getPath()
  public getQuery()
  public getFragment()
  public withScheme(string $scheme)
  public withUserInfo(string $user, ?string $password = null)
  public withHost(string $host)
  public withPort(?int $port)
  public withPath(string $path)
  public withQuery(string $query)
  public withFragment(string $fragment)
  public __toString(): string
interface Psr\Http\Message\UploadedFileInterface: 
  public getStream()
  public moveTo(string $targetPath)
  public getSize()
  public getError()
  public getClientFilename()
  public getClientMediaType()
class WsChat\Psr7\Request: Psr\Http\Message\MessageInterface, Psr\Http\Message\RequestInterface
  public __construct($method, $uri, array $headers = [], $body = null, string $version = "1.1")
  public getRequestTarget(): string
  public withRequestTarget($requestTarget): static
  public getMethod(): string
  public withMethod($method): static
  public getUri(): Psr\Http\Message\UriInterface
  public withUri(Psr\Http\Message\UriInterface $uri, $preserveHost = false): static
  public getProtocolVersion(): string
  public withProtocolVersion($version): static
  public getHeaders(): array
  public hasHeader($name): bool
  public getHeader($name): array
  public getHeaderLine($name): string
  public withHeader($name, $value): static
  public withAddedHeader($name, $value): static
  public withoutHeader($name): static
  public getBody(): Psr\Http\Message\StreamInterface
  public withBody(Psr\Http\Message\StreamInterface $body): static
class WsChat\Psr7\Response: Psr\Http\Message\MessageInterface, Psr\Http\Message\ResponseInterface
  public __construct($status = 200, array $headers = [], $body = null, string $version = "1.1", ?string $reason = null)
  public getStatusCode(): int
  public withStatus($code, $reasonPhrase = ""): static
  public getReasonPhrase(): string
  public getProtocolVersion(): string
  public withProtocolVersion($version): static
  public getHeaders(): array
  public hasHeader($name): bool
  public getHeader($name): array
  public getHeaderLine($name): string
  public withHeader($name, $value): static
  public withAddedHeader($name, $value): static
  public withoutHeader($name): static
  public getBody(): Psr\Http\Message\StreamInterface
  public withBody(Psr\Http\Message\StreamInterface $body): static
class WsChat\Psr7\Uri: JsonSerializable, Psr\Http\Message\UriInterface, Stringable
  public __construct($uri = "")
  public getScheme(): string
  public getAuthority(): string
  public getUserInfo(): string
  public getHost(): string
  public getPort(): ?int
  public getPath(): string
  public getQuery(): string
  public getFragment(): string
  public withScheme($scheme): static
  public withUserInfo($user, $password = null): static
  public withHost($host): static
  public withPort($port): static
  public withPath($path): static
  public withQuery($query): static
  public withFragment($fragment): static
  public __toString(): string
  public jsonSerialize(): string
class WsChat\Psr7\Stream: Psr\Http\Message\StreamInterface, Stringable
  public __construct($contents = "")
  public __toString(): string
  public close(): void
  public detach()
  public getSize(): ?int
  public tell(): int
  public eof(): bool
  public isSeekable(): bool
  public seek($offset, $whence = 0): void
  public rewind(): void
  public isWritable(): bool
  public write($string): int
  public isReadable(): bool
  public read($length): string
  public getContents(): string
  public getMetadata($key = null)
class WsChat\Psr7\Message final: 
  public static toString(Psr\Http\Message\MessageInterface $message): string
  public static parseRequest($message): WsChat\Psr7\Request
