--TEST--
PSR-7: a URI is taken apart, escaped and normalised
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Uri;

$texts = ['', '/', 'http://host', 'HTTP://HOST/Path', 'http://host:80/', 'https://host:443', 'https://host:80', 'ws://host:80/chat', 'http://host:/x',
	'http://host:0/', 'http://host:00080/', 'http://host:65535', 'http://user:pass@host/', 'http://user@host', 'http://us er:pa+ss@host/',
	'http://a@b@host/', 'http://host?query', 'http://host#fragment', 'http://host/?', 'http://host/a?b?c#d#e', '//host/path', 'a', 'a/b:c', '?query',
	'#fragment', 'a?b#c', '0', '0?0#0', 'mailto:x@example.org', 'urn:a:b', 'file:///etc/hosts', 'file:/etc', 'http://[::1]', 'http://[::1]:8080/x',
	'http://[::FFFF:1.2.3.4]/', 'http://host/' . json_decode('"\u00e4?\u00f6#\u00fc"'), 'http://host/%zz%20%e4?%zz', 'http://host/a b?c d#e f', 'http://host/"<>',
	'http://host/a+b?c+d', 'http://host/%2f?%26', 'http://host//a//b', 'http://host/p?q[]=1&q[]=2', "http://host/'()*!;=,", "http://host/\0a",
	'http://example:80@host/'];
foreach ($texts as $text) {
	$uri = new Uri($text);
	echo json_encode($text, JSON_UNESCAPED_SLASHES), ': ', json_encode([$uri->getScheme(), $uri->getUserInfo(), $uri->getHost(), $uri->getPort(),
		$uri->getPath(), $uri->getQuery(), $uri->getFragment()], JSON_UNESCAPED_SLASHES), ' ', $uri->getAuthority(), ' ', $uri, "\n";
}

echo "-- none\n";
foreach (['//', '///a', 'http://', 'http:///path', 'http://host:65536', 'http://host:99999999999', 'http://[::1', 'http://[::1]:80@evil', 'http://[::1]x',
	'http://ex ample/', "http://ho\nst/", "http://host/\xff", 'http://h\\x/', 'http://[]x/', ':80'] as $text) {
	try {
		$uri = new Uri($text);
		echo 'TAKEN: ', $uri, "\n";
	} catch (InvalidArgumentException $e) {
		echo json_encode($e->getMessage(), JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES), "\n";
	}
}

echo "-- changed\n";
$uri = new Uri('http://host:8080/path');
foreach ([['withScheme', 'HTTPS'], ['withScheme', ''], ['withUserInfo', 'a:b@c', 'd:e/'], ['withUserInfo', ''], ['withHost', '[::1]'], ['withHost', ''],
	['withPort', 80], ['withPort', null], ['withPort', '81'], ['withPath', ''], ['withPath', 'relative'], ['withPath', '/a b?c#d%41%zz'], ['withPath', '//two'],
	['withQuery', 'a=b&c=d e?f#g%41%zz'], ['withQuery', '0'], ['withFragment', 'a#b c'], ['withFragment', '']] as $call) {
	$method = array_shift($call);
	echo $method, '(', implode(', ', array_map('json_encode', $call)), '): ', $uri->$method(...$call), "\n";
}
echo (new Uri)->withScheme('http'), ' ', (new Uri)->withScheme('http')->getHost(), ' ', (new Uri('/p'))->withHost('h'), ' ', (new Uri('p'))->withHost('h'), ' ',
	(new Uri('http://h:443/'))->withScheme('https'), "\n", json_encode(['uri' => $uri], JSON_UNESCAPED_SLASHES), "\n";
?>
--EXPECT--
"": ["","","",null,"","",""]  
"/": ["","","",null,"/","",""]  /
"http://host": ["http","","host",null,"","",""] host http://host
"HTTP://HOST/Path": ["http","","host",null,"/Path","",""] host http://host/Path
"http://host:80/": ["http","","host",null,"/","",""] host http://host/
"https://host:443": ["https","","host",null,"","",""] host https://host
"https://host:80": ["https","","host",80,"","",""] host:80 https://host:80
"ws://host:80/chat": ["ws","","host",80,"/chat","",""] host:80 ws://host:80/chat
"http://host:/x": ["http","","host",null,"/x","",""] host http://host/x
"http://host:0/": ["http","","host",0,"/","",""] host:0 http://host:0/
"http://host:00080/": ["http","","host",null,"/","",""] host http://host/
"http://host:65535": ["http","","host",65535,"","",""] host:65535 http://host:65535
"http://user:pass@host/": ["http","user:pass","host",null,"/","",""] user:pass@host http://user:pass@host/
"http://user@host": ["http","user","host",null,"","",""] user@host http://user@host
"http://us er:pa+ss@host/": ["http","us%20er:pa+ss","host",null,"/","",""] us%20er:pa+ss@host http://us%20er:pa+ss@host/
"http://a@b@host/": ["http","a%40b","host",null,"/","",""] a%40b@host http://a%40b@host/
"http://host?query": ["http","","host",null,"","query",""] host http://host?query
"http://host#fragment": ["http","","host",null,"","","fragment"] host http://host#fragment
"http://host/?": ["http","","host",null,"/","",""] host http://host/
"http://host/a?b?c#d#e": ["http","","host",null,"/a","b?c","d%23e"] host http://host/a?b?c#d%23e
"//host/path": ["","","host",null,"/path","",""] host //host/path
"a": ["","","",null,"a","",""]  a
"a/b:c": ["","","",null,"a/b:c","",""]  a/b:c
"?query": ["","","",null,"","query",""]  ?query
"#fragment": ["","","",null,"","","fragment"]  #fragment
"a?b#c": ["","","",null,"a","b","c"]  a?b#c
"0": ["","","",null,"0","",""]  0
"0?0#0": ["","","",null,"0","0","0"]  0?0#0
"mailto:x@example.org": ["mailto","","",null,"x@example.org","",""]  mailto:x@example.org
"urn:a:b": ["urn","","",null,"a:b","",""]  urn:a:b
"file:///etc/hosts": ["file","","",null,"/etc/hosts","",""]  file:///etc/hosts
"file:/etc": ["file","","",null,"/etc","",""]  file:///etc
"http://[::1]": ["http","","[::1]",null,"","",""] [::1] http://[::1]
"http://[::1]:8080/x": ["http","","[::1]",8080,"/x","",""] [::1]:8080 http://[::1]:8080/x
"http://[::FFFF:1.2.3.4]/": ["http","","[::ffff:1.2.3.4]",null,"/","",""] [::ffff:1.2.3.4] http://[::ffff:1.2.3.4]/
"http://host/\u00e4?\u00f6#\u00fc": ["http","","host",null,"/%C3%A4","%C3%B6","%C3%BC"] host http://host/%C3%A4?%C3%B6#%C3%BC
"http://host/%zz%20%e4?%zz": ["http","","host",null,"/%25zz%20%e4","%25zz",""] host http://host/%25zz%20%e4?%25zz
"http://host/a b?c d#e f": ["http","","host",null,"/a%20b","c%20d","e%20f"] host http://host/a%20b?c%20d#e%20f
"http://host/\"<>": ["http","","host",null,"/%22%3C%3E","",""] host http://host/%22%3C%3E
"http://host/a+b?c+d": ["http","","host",null,"/a+b","c+d",""] host http://host/a+b?c+d
"http://host/%2f?%26": ["http","","host",null,"/%2f","%26",""] host http://host/%2f?%26
"http://host//a//b": ["http","","host",null,"//a//b","",""] host http://host//a//b
"http://host/p?q[]=1&q[]=2": ["http","","host",null,"/p","q%5B%5D=1&q%5B%5D=2",""] host http://host/p?q%5B%5D=1&q%5B%5D=2
"http://host/'()*!;=,": ["http","","host",null,"/'()*!;=,","",""] host http://host/'()*!;=,
"http://host/\u0000a": ["http","","host",null,"/%00a","",""] host http://host/%00a
"http://example:80@host/": ["http","example:80","host",null,"/","",""] example:80@host http://example:80@host/
-- none
"Unable to parse URI: //"
"Unable to parse URI: ///a"
"Unable to parse URI: http://"
"Unable to parse URI: http:///path"
"Unable to parse URI: http://host:65536"
"Unable to parse URI: http://host:99999999999"
"Invalid host: \"[:\""
"Unable to parse URI: http://[::1]:80@evil"
"Unable to parse URI: http://[::1]x"
"Invalid host: \"ex ample\""
"Invalid host: \"ho\nst\""
"Unable to parse URI: http://host/\ufffd"
"Invalid host: \"h\\x\""
"Invalid host: \"[]x\""
"Unable to parse URI: :80"
-- changed
withScheme("HTTPS"): https://host:8080/path
withScheme(""): //host:8080/path
withUserInfo("a:b@c", "d:e\/"): http://a%3Ab%40c:d%3Ae%2F@host:8080/path
withUserInfo(""): http://host:8080/path
withHost("[::1]"): http://[::1]:8080/path
withHost(""): http://localhost:8080/path
withPort(80): http://host/path
withPort(null): http://host/path
withPort("81"): http://host:81/path
withPath(""): http://host:8080
withPath("relative"): http://host:8080/relative
withPath("\/a b?c#d%41%zz"): http://host:8080/a%20b%3Fc%23d%41%25zz
withPath("\/\/two"): http://host:8080//two
withQuery("a=b&c=d e?f#g%41%zz"): http://host:8080/path?a=b&c=d%20e?f%23g%41%25zz
withQuery("0"): http://host:8080/path?0
withFragment("a#b c"): http://host:8080/path#a%23b%20c
withFragment(""): http://host:8080/path
http://localhost localhost //h/p //h/p https://h/
{"uri":"http://host:8080/path"}
