--TEST--
PSR-7: a body is read, written, sought and detached as a stream of PHP
--EXTENSIONS--
wschat
--FILE--
<?php
use WsChat\Psr7\Request;
use WsChat\Psr7\Stream;

function attempt(callable $what): mixed
{
	try {
		return $what();
	} catch (Throwable $e) {
		return get_class($e) . ': ' . $e->getMessage();
	}
}

$stream = new Stream('hello world');
var_dump($stream->getSize(), $stream->tell(), $stream->read(3), $stream->eof(), $stream->getContents(), $stream->eof(), $stream->tell(), $stream->read(5),
	(string) $stream, $stream->read(0));
$stream->rewind();
var_dump($stream->write('HELLO, '), $stream->tell(), (string) $stream);
$stream->seek(-5, SEEK_END);
$stream->write('everybody');
$stream->seek(2);
$stream->seek(3, SEEK_CUR);
var_dump($stream->read(1000), $stream->getSize());
var_dump($stream->isReadable(), $stream->isWritable(), $stream->isSeekable(), $stream->getMetadata('mode'), $stream->getMetadata('uri'), $stream->getMetadata('no'));

echo "-- refused\n";
echo attempt(fn () => $stream->seek(-1)), "\n", attempt(fn () => $stream->read(-1)), "\n", attempt(fn () => $stream->seek('x')), "\n";

echo "-- more than there is costs nothing\n";
var_dump($stream->read(PHP_INT_MAX), strlen((new Stream(str_repeat('x', 300000)))->read(PHP_INT_MAX)));

echo "-- detached\n";
$stream = new Stream('contents');
$resource = $stream->detach();
var_dump(stream_get_contents($resource), $stream->detach(), $stream->getSize(), $stream->isReadable(), $stream->isWritable(), $stream->isSeekable(),
	$stream->getMetadata(), $stream->getMetadata('mode'));
foreach ([['read', 1], ['write', 'x'], ['seek', 0], ['rewind'], ['tell'], ['eof'], ['getContents'], ['__toString']] as $call) {
	$method = array_shift($call);
	echo $method, ': ', attempt(fn () => $stream->$method(...$call)), "\n";
}
$stream->close();

echo "-- closed\n";
$file = fopen(__FILE__, 'r');
$stream = (new Request('GET', '/', [], $file))->getBody();
var_dump(substr($stream, 0, 5), $stream->isWritable(), attempt(fn () => $stream->write('x')), $stream->getSize() === filesize(__FILE__));
$stream->close();
var_dump(is_resource($file), attempt(fn () => (string) $stream));
echo attempt(fn () => new Request('GET', '/', [], $file)), "\n", attempt(fn () => new Stream($file)), "\n";
$stream = new Stream($other = fopen('php://memory', 'w+'));
fclose($other);
var_dump(attempt(fn () => $stream->tell()));

echo "-- one end\n";
[$one, $two] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$stream = new Stream($one);
fwrite($two, 'through the socket');
fclose($two);
var_dump($stream->isSeekable(), attempt(fn () => $stream->seek(0)), (string) $stream, $stream->eof());

echo "-- who is left keeps it open\n";
$stream = new Stream($memory = fopen('php://memory', 'w+'));
$clone = clone $stream;
unset($stream);
var_dump(is_resource($memory), $clone->write('x'));
?>
--EXPECT--
int(11)
int(0)
string(3) "hel"
bool(false)
string(8) "lo world"
bool(true)
int(11)
string(0) ""
string(11) "hello world"
string(0) ""
int(7)
int(7)
string(11) "HELLO, orld"
string(10) ",everybody"
int(15)
bool(true)
bool(true)
bool(true)
string(3) "w+b"
string(10) "php://temp"
NULL
-- refused
RuntimeException: Unable to seek to stream position -1 with whence 0
RuntimeException: Length parameter cannot be negative, -1 given
InvalidArgumentException: WsChat\Psr7\Stream::seek(): Argument #1 ($offset) must be of type int, string given
-- more than there is costs nothing
string(0) ""
int(300000)
-- detached
string(8) "contents"
NULL
NULL
bool(false)
bool(false)
bool(false)
array(0) {
}
NULL
read: RuntimeException: Stream is detached
write: RuntimeException: Stream is detached
seek: RuntimeException: Stream is detached
rewind: RuntimeException: Stream is detached
tell: RuntimeException: Stream is detached
eof: RuntimeException: Stream is detached
getContents: RuntimeException: Stream is detached
__toString: RuntimeException: Stream is detached
-- closed
string(5) "<?php"
bool(false)
string(55) "RuntimeException: Cannot write to a non-writable stream"
bool(true)
bool(false)
string(36) "RuntimeException: Stream is detached"
InvalidArgumentException: A body must be made of an open stream, a resource of type closed given
InvalidArgumentException: WsChat\Psr7\Stream::__construct(): Argument #1 ($contents) must be a string or an open stream
string(36) "RuntimeException: Stream is detached"
-- one end
bool(false)
string(40) "RuntimeException: Stream is not seekable"
string(18) "through the socket"
bool(true)
-- who is left keeps it open
bool(true)
int(1)
