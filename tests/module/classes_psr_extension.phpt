--TEST--
Module: beside the extension psr, loaded before or behind, its interfaces are those of the native classes
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
if (!is_file(PHP_EXTENSION_DIR . '/psr.so')) {
    skip_because('needs the extension psr');
}
--FILE--
<?php
$php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE'));
$ours = getenv('TEST_PHP_EXTRA_ARGS');
$psr = '-d extension=' . PHP_EXTENSION_DIR . '/psr.so';
$script = sys_get_temp_dir() . '/wschat-psr-' . getmypid() . '.php';
file_put_contents($script, <<<'PHP'
<?php
use Psr\Http\Message\UriInterface;
use WsChat\Psr7\Message;
use WsChat\Psr7\Request;
use WsChat\Psr7\Uri;

echo (new ReflectionClass(UriInterface::class))->getExtensionName(), ' ', json_encode(new Uri('/') instanceof UriInterface), ' ',
    (new Request('GET', '/'))->withUri(new Uri('http://host/path'))->getHeaderLine('host'), ' ',
    json_encode(Message::toString(Message::parseRequest("GET / HTTP/1.1\r\nHost: h\r\n\r\n"))), ' ';
final class Old implements Ratchet\Http\HttpServerInterface
{
    function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null) { }
    function onMessage(Ratchet\ConnectionInterface $from, $msg) { }
    function onClose(Ratchet\ConnectionInterface $conn) { }
    function onError(Ratchet\ConnectionInterface $conn, Exception $e) { }
}
echo get_class(new Old), "\n";
PHP);
foreach (["$psr $ours", "$ours $psr"] as $arguments) {
    foreach (['', '-d wschat.classes=ratchet,react'] as $ini) {
        echo shell_exec("$php $arguments $ini $script 2>&1");
    }
}
unlink($script);
?>
--EXPECT--
psr true host "GET \/ HTTP\/1.1\r\nHost: h\r\n\r\n" Old
psr true host "GET \/ HTTP\/1.1\r\nHost: h\r\n\r\n" Old
psr true host "GET \/ HTTP\/1.1\r\nHost: h\r\n\r\n" Old
psr true host "GET \/ HTTP\/1.1\r\nHost: h\r\n\r\n" Old
