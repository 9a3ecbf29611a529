--TEST--
PSR-7: classes written against psr/http-message 1.0, 1.1 and 2.0 load without a word
--EXTENSIONS--
wschat
--FILE--
<?php
// What version 2.0 of the package says of results; `static` is used as well as the interface.
$results = [
	'Message' => 'getProtocolVersion string, withProtocolVersion MessageInterface, getHeaders array, hasHeader bool, getHeader array,
		getHeaderLine string, withHeader MessageInterface, withAddedHeader MessageInterface, withoutHeader MessageInterface,
		getBody StreamInterface, withBody MessageInterface',
	'Request' => 'getRequestTarget string, withRequestTarget RequestInterface, getMethod string, withMethod RequestInterface,
		getUri UriInterface, withUri RequestInterface',
	'ServerRequest' => 'getServerParams array, getCookieParams array, withCookieParams ServerRequestInterface, getQueryParams array,
		withQueryParams ServerRequestInterface, getUploadedFiles array, withUploadedFiles ServerRequestInterface, getParsedBody -,
		withParsedBody ServerRequestInterface, getAttributes array, getAttribute -, withAttribute ServerRequestInterface,
		withoutAttribute ServerRequestInterface',
	'Response' => 'getStatusCode int, withStatus ResponseInterface, getReasonPhrase string',
	'Stream' => '__toString string, close void, detach -, getSize ?int, tell int, eof bool, isSeekable bool, seek void, rewind void,
		isWritable bool, write int, isReadable bool, read string, getContents string, getMetadata -',
	'Uri' => 'getScheme string, getAuthority string, getUserInfo string, getHost string, getPort ?int, getPath string, getQuery string,
		getFragment string, withScheme UriInterface, withUserInfo UriInterface, withHost UriInterface, withPort UriInterface,
		withPath UriInterface, withQuery UriInterface, withFragment UriInterface, __toString string',
	'UploadedFile' => 'getStream StreamInterface, moveTo void, getSize ?int, getError int, getClientFilename ?string,
		getClientMediaType ?string',
];

$returns = [];
foreach ($results as $group => $list) {
	foreach (preg_split('/,\s*/', $list) as $entry) {
		[$method, $type] = explode(' ', $entry);
		$returns["$group::" . strtolower($method)] = $type;
	}
}

/* The source of a class that implements the interface in one of the styles. */
function source(string $group, string $style, array $returns): string
{
	$class = strtr("Own{$group}_$style", '. ', '__');
	$code = "class $class implements Psr\\Http\\Message\\{$group}Interface {\n";
	foreach ((new ReflectionClass("Psr\\Http\\Message\\{$group}Interface"))->getMethods() as $method) {
		$parameters = [];
		foreach ($method->getParameters() as $parameter) {
			$type = (string) $parameter->getType();
			if ($style === '1.0' && !str_contains($type, '\\') && $type !== 'array') {
				$type = '';
			}
			$parameters[] = ltrim(($type !== '' && str_contains($type, '\\') ? "\\$type" : $type) . ' $') . $parameter->getName()
				. ($parameter->isDefaultValueAvailable() ? ' = ' . var_export($parameter->getDefaultValue(), true) : '');
		}
		$owner = substr((new ReflectionClass($method->class))->getShortName(), 0, -9);
		$type = $returns["$owner::" . strtolower($method->name)];
		if ($type === '-' || $style[0] === '1') {
			$type = '';
		} elseif (str_ends_with($type, 'Interface')) {
			$type = $style === '2.0 static' && str_starts_with($method->name, 'with') ? 'static' : "\\Psr\\Http\\Message\\$type";
		}
		$code .= "function {$method->name}(" . implode(', ', $parameters) . ')' . ($type !== '' ? ": $type" : '') . " { exit('called'); }\n";
	}
	return $code . "}\nreturn new $class;";
}

foreach (['1.0', '1.1', '2.0', '2.0 static'] as $style) {
	foreach (array_keys($results) as $group) {
		$object = eval(source($group, $style, $returns));
		$names = class_implements($object);
		sort($names);
		echo get_class($object), ' ', implode(', ', array_map(fn ($name) => substr($name, 17), array_filter(
			$names, fn ($name) => $name !== 'Stringable'))), "\n";
	}
}
?>
--EXPECT--
OwnMessage_1_0 MessageInterface
OwnRequest_1_0 MessageInterface, RequestInterface
OwnServerRequest_1_0 MessageInterface, RequestInterface, ServerRequestInterface
OwnResponse_1_0 MessageInterface, ResponseInterface
OwnStream_1_0 StreamInterface
OwnUri_1_0 UriInterface
OwnUploadedFile_1_0 UploadedFileInterface
OwnMessage_1_1 MessageInterface
OwnRequest_1_1 MessageInterface, RequestInterface
OwnServerRequest_1_1 MessageInterface, RequestInterface, ServerRequestInterface
OwnResponse_1_1 MessageInterface, ResponseInterface
OwnStream_1_1 StreamInterface
OwnUri_1_1 UriInterface
OwnUploadedFile_1_1 UploadedFileInterface
OwnMessage_2_0 MessageInterface
OwnRequest_2_0 MessageInterface, RequestInterface
OwnServerRequest_2_0 MessageInterface, RequestInterface, ServerRequestInterface
OwnResponse_2_0 MessageInterface, ResponseInterface
OwnStream_2_0 StreamInterface
OwnUri_2_0 UriInterface
OwnUploadedFile_2_0 UploadedFileInterface
OwnMessage_2_0_static MessageInterface
OwnRequest_2_0_static MessageInterface, RequestInterface
OwnServerRequest_2_0_static MessageInterface, RequestInterface, ServerRequestInterface
OwnResponse_2_0_static MessageInterface, ResponseInterface
OwnStream_2_0_static StreamInterface
OwnUri_2_0_static UriInterface
OwnUploadedFile_2_0_static UploadedFileInterface
