--TEST--
document_root: files, folders, parts and what has not changed, on one connection that becomes a WebSocket
--FILE--
<?php
require __DIR__ . '/http.inc';

$folder = folder([
    'index.html' => '<h1>Chat</h1>',
    'style.css' => 'h1 {}',
    'empty.txt' => '',
    'a b.bin' => 'bytes',
    'sub/index.html' => 'sub',
    'bare/file.json' => '{}',
    '.env' => 'secret',
    'server.php' => '<?php secret();',
    '.well-known/security.txt' => 'hello',
]);
symlink('/etc/passwd', "$folder/passwd");
symlink('style.css', "$folder/link.css");
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ["document_root" => ' . var_export($folder, true) . ']]);');

$http = new HttpClient($server->port);
$http->show('/');
$http->show('/', method: 'HEAD');
$http->show('/index.html?v=1');
$http->show('/style.css');
$http->show('/link.css');
$http->show('/empty.txt');
$http->show('/a%20b.bin');
$http->show('/sub');
$http->show('/sub?a=b');
$http->show('/sub/');
$http->show('/bare/file.json');
$http->show('/.well-known/security.txt');
foreach (['/bare', '/bare/', '/none', '/.env', '/%2eenv', '/server.php', '/passwd', '/../etc/passwd', '/sub/../.env', '/sub%2findex.html', '//evil.net', '/style.css/', '/a%00b'] as $target) {
    $http->show($target);
}
$http->show('/style.css', method: 'DELETE');
$http->show('/style.css', ['Range' => 'bytes=1-2']);
$http->show('/style.css', ['Range' => 'bytes=-2']);
$http->show('/style.css', ['Range' => 'bytes=5-']);
$http->show('/style.css', ['Range' => 'bytes=0-0,2-3']);
[$head] = $http->get('/style.css');
echo $head->header('last-modified'), ', ', $head->header('x-content-type-options'), ', ', $head->header('accept-ranges'), "\n";
$tag = $head->header('etag');
echo preg_match('/^"[0-9a-f-]+"$/D', $tag), abs(strtotime($head->header('date')) - time()) < 60 ? ' now' : '', "\n";
$shown = fn(array $headers) => $http->get('/style.css', $headers);
foreach ([['If-None-Match' => $tag], ['If-None-Match' => "W/$tag"], ['If-Modified-Since' => $head->header('last-modified')], ['If-Match' => '"x"'], ['If-None-Match' => '"x"'], ['If-Range' => $tag, 'Range' => 'bytes=0-0'], ['If-Range' => '"x"', 'Range' => 'bytes=0-0']] as $headers) {
    [$head, $body] = $shown($headers);
    echo key($headers), ": $head->status ", json_encode($body), $head->header('etag') === $tag ? ' tagged' : '', "\n";
}
/* A file that has just changed may change again within the same second. */
file_put_contents("$folder/style.css", 'h2 {}');
[$head, $body] = $http->get('/style.css', ['If-None-Match' => $tag]);
echo "$head->status $body ", substr($head->header('etag'), 0, 3), "\n";

$http->client->upgrade();
$http->client->text('hello')->expectText('hello');
$http->client->close(1000)->expectClose(1000)->expectEof();

echo "-- 1.0\n";
$http = new HttpClient($server->port);
$http->show('/style.css', ['Connection' => 'keep-alive'], version: '1.0');
$http->show('/style.css', version: '1.0');
$http->client->expectEof();
$http = new HttpClient($server->port);
$http->show('/style.css', ['Connection' => 'close']);
$http->client->expectEof();
echo $server->finish(), $server->out(), $server->err();
?>
--EXPECT--
GET /: 200, content-type: text/html; charset=utf-8, content-length: 13 "<h1>Chat</h1>"
HEAD /: 200, content-type: text/html; charset=utf-8, content-length: 13 ""
GET /index.html?v=1: 200, content-type: text/html; charset=utf-8, content-length: 13 "<h1>Chat</h1>"
GET /style.css: 200, content-type: text/css; charset=utf-8, content-length: 5 "h1 {}"
GET /link.css: 200, content-type: text/css; charset=utf-8, content-length: 5 "h1 {}"
GET /empty.txt: 200, content-type: text/plain; charset=utf-8, content-length: 0 ""
GET /a%20b.bin: 200, content-type: application/octet-stream, content-length: 5 "bytes"
GET /sub: 301, content-type: text/plain; charset=utf-8, content-length: 22, location: /sub/ "301 Moved Permanently\n"
GET /sub?a=b: 301, content-type: text/plain; charset=utf-8, content-length: 22, location: /sub/?a=b "301 Moved Permanently\n"
GET /sub/: 200, content-type: text/html; charset=utf-8, content-length: 3 "sub"
GET /bare/file.json: 200, content-type: application/json, content-length: 2 "{}"
GET /.well-known/security.txt: 200, content-type: text/plain; charset=utf-8, content-length: 5 "hello"
GET /bare: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /bare/: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /none: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /.env: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /%2eenv: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /server.php: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /passwd: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /../etc/passwd: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /sub/../.env: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /sub%2findex.html: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET //evil.net: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /style.css/: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
GET /a%00b: 404, content-type: text/plain; charset=utf-8, content-length: 14 "404 Not Found\n"
DELETE /style.css: 405, content-type: text/plain; charset=utf-8, content-length: 23, allow: GET, HEAD "405 Method Not Allowed\n"
GET /style.css {"Range":"bytes=1-2"}: 206, content-type: text/css; charset=utf-8, content-length: 2, content-range: bytes 1-2/5 "1 "
GET /style.css {"Range":"bytes=-2"}: 206, content-type: text/css; charset=utf-8, content-length: 2, content-range: bytes 3-4/5 "{}"
GET /style.css {"Range":"bytes=5-"}: 416, content-type: text/plain; charset=utf-8, content-length: 36, content-range: bytes */5 "416 Requested range not satisfiable\n"
GET /style.css {"Range":"bytes=0-0,2-3"}: 200, content-type: text/css; charset=utf-8, content-length: 5 "h1 {}"
Sun, 06 Nov 1994 08:49:37 GMT, nosniff, bytes
1 now
If-None-Match: 304 "" tagged
If-None-Match: 304 "" tagged
If-Modified-Since: 304 "" tagged
If-Match: 412 "412 Precondition Failed\n"
If-None-Match: 200 "h1 {}" tagged
If-Range: 206 "h" tagged
If-Range: 200 "h1 {}" tagged
200 h2 {} W/"
-- 1.0
GET /style.css {"Connection":"keep-alive"}: 200, content-type: text/css; charset=utf-8, content-length: 5, connection: keep-alive "h2 {}"
GET /style.css: 200, content-type: text/css; charset=utf-8, content-length: 5, connection: close "h2 {}"
GET /style.css {"Connection":"close"}: 200, content-type: text/css; charset=utf-8, content-length: 5, connection: close "h2 {}"
0
