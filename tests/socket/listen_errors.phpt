--TEST--
Servers: what can't be listened on, with React's classes, codes and texts
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

$loop = loop();
$busy = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($busy, false), ':'), 1);
$path = __DIR__ . '/socket_' . getmypid() . '.sock';
$unix = stream_socket_server("unix://$path");
set_error_handler(function ($level, $text) { echo "seen by the script's handler: $text\n"; }, E_ALL & ~E_DEPRECATED & ~E_WARNING);

function attempt(string $what, callable $make): void
{
    global $port, $path;
    try {
        $server = $make();
        $text = get_debug_type($server) === 'string' ? $server : portless($server->getAddress());
        is_object($server) && $server->close();
    } catch (Throwable $e) {
        $text = (new ReflectionClass($e))->getShortName() . " {$e->getCode()} {$e->getMessage()}";
    }
    echo str_replace([(string) $port, $path], ['PORT', 'PATH'], "$what: $text"), "\n";
}

foreach (['TcpServer', 'Server', 'SocketServer'] as $name) {
    foreach ([
        "127.0.0.1:$port", $port, 'localhost:80', 'tcp://localhost:80', 'tcp://:80', '127.0.0.1', '127.0.0.1:65536',
        '127.0.0.1:-1', 'udp://127.0.0.1:0', 'tls://127.0.0.1:0', 'tls://0', '', null, true, 1.5, '::1:0', '[::1]',
        'TCP://127.0.0.1:0', 'tcp://127.0.0.1:0/path', ' 127.0.0.1:0', 'unix:///nonexistent/x', "unix://$path", 'php://fd/999',
        'php://stdin', 'http://127.0.0.1:0', 'tcp://1.2.3.4:80', 70000,
    ] as $uri) {
        $class = "React\\Socket\\$name";
        attempt("$name " . var_export($uri, true), fn() => $name === 'SocketServer' ? new $class($uri, [], $loop) : new $class($uri, $loop));
    }
}
foreach (["unix://$path", $path, 'tcp://127.0.0.1:0', '/nonexistent/x'] as $uri) {
    attempt("UnixServer $uri", fn() => new React\Socket\UnixServer($uri, $loop));
}
foreach ([-1, 999, '3', 'php://fd/', 'php://fd/1x', null, PHP_INT_MAX] as $fd) {
    attempt('FdServer ' . var_export($fd, true), fn() => new React\Socket\FdServer($fd, $loop));
}
$client = stream_socket_client("tcp://127.0.0.1:$port");
$fd = max(array_filter(scandir('/proc/self/fd'), fn($n) => str_starts_with((string) @readlink("/proc/self/fd/$n"), 'socket:')));
attempt('FdServer of a connection', function () use ($fd, $loop) {
    try {
        return new React\Socket\FdServer((int) $fd, $loop);
    } catch (RuntimeException $e) {
        throw new RuntimeException(str_replace("FD $fd", 'FD N', $e->getMessage()), $e->getCode());
    }
});
attempt('TcpServer twice', function () use ($loop) { $s = new React\Socket\TcpServer(0, $loop); $s->__construct(0, $loop); return $s; });
echo React\Socket\SocketServer::errconst(98), React\Socket\SocketServer::errconst(104), '|', React\Socket\SocketServer::errconst(0), '|',
    React\Socket\SocketServer::errno('Connection refused'), '|', React\Socket\SocketServer::errno('nonsense'), "\n";
stream_socket_accept($busy);
attempt('accept() without a client', fn() => React\Socket\SocketServer::accept($busy));
foreach (['x', fopen('php://memory', 'r'), fopen(__FILE__, 'r')] as $stream) {
    attempt('Connection', fn() => new React\Socket\Connection($stream, $loop));
}
unlink($path);
?>
--EXPECT--
TcpServer '127.0.0.1:PORT': RuntimeException 98 Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE)
TcpServer PORT: RuntimeException 98 Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE)
TcpServer 'localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
TcpServer 'tcp://localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
TcpServer 'tcp://:80': InvalidArgumentException 22 Invalid URI "tcp://:80" given (EINVAL)
TcpServer '127.0.0.1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1" given (EINVAL)
TcpServer '127.0.0.1:65536': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:65536" given (EINVAL)
TcpServer '127.0.0.1:-1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:-1" given (EINVAL)
TcpServer 'udp://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "udp://127.0.0.1:0" given (EINVAL)
TcpServer 'tls://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "tls://127.0.0.1:0" given (EINVAL)
TcpServer 'tls://0': InvalidArgumentException 22 Invalid URI "tls://0" given (EINVAL)
TcpServer '': InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
TcpServer NULL: InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
TcpServer true: tcp://127.0.0.1:PORT
TcpServer 1.5: InvalidArgumentException 22 Invalid URI "tcp://1.5" given (EINVAL)
TcpServer '::1:0': InvalidArgumentException 22 Given URI "tcp://::1:0" does not contain a valid host IP (EINVAL)
TcpServer '[::1]': InvalidArgumentException 22 Invalid URI "tcp://[::1]" given (EINVAL)
TcpServer 'TCP://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "TCP://127.0.0.1:0" given (EINVAL)
TcpServer 'tcp://127.0.0.1:0/path': tcp://127.0.0.1:PORT
TcpServer ' 127.0.0.1:0': InvalidArgumentException 22 Given URI "tcp:// 127.0.0.1:0" does not contain a valid host IP (EINVAL)
TcpServer 'unix:///nonexistent/x': InvalidArgumentException 22 Invalid URI "unix:///nonexistent/x" given (EINVAL)
TcpServer 'unix://PATH': InvalidArgumentException 22 Invalid URI "unix://PATH" given (EINVAL)
TcpServer 'php://fd/999': InvalidArgumentException 22 Invalid URI "php://fd/999" given (EINVAL)
TcpServer 'php://stdin': InvalidArgumentException 22 Invalid URI "php://stdin" given (EINVAL)
TcpServer 'http://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "http://127.0.0.1:0" given (EINVAL)
TcpServer 'tcp://1.2.3.4:80': RuntimeException 99 Failed to listen on "tcp://1.2.3.4:80": Cannot assign requested address (EADDRNOTAVAIL)
TcpServer 70000: InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:70000" given (EINVAL)
Server '127.0.0.1:PORT': RuntimeException 98 Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE)
Server PORT: RuntimeException 98 Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE)
Server 'localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
Server 'tcp://localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
Server 'tcp://:80': InvalidArgumentException 22 Invalid URI "tcp://:80" given (EINVAL)
Server '127.0.0.1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1" given (EINVAL)
Server '127.0.0.1:65536': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:65536" given (EINVAL)
Server '127.0.0.1:-1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:-1" given (EINVAL)
Server 'udp://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "udp://127.0.0.1:0" given (EINVAL)
Server 'tls://127.0.0.1:0': tls://127.0.0.1:PORT
Server 'tls://0': tls://127.0.0.1:PORT
Server '': InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
Server NULL: InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
Server true: tcp://127.0.0.1:PORT
Server 1.5: InvalidArgumentException 22 Invalid URI "tcp://1.5" given (EINVAL)
Server '::1:0': InvalidArgumentException 22 Given URI "tcp://::1:0" does not contain a valid host IP (EINVAL)
Server '[::1]': InvalidArgumentException 22 Invalid URI "tcp://[::1]" given (EINVAL)
Server 'TCP://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "TCP://127.0.0.1:0" given (EINVAL)
Server 'tcp://127.0.0.1:0/path': tcp://127.0.0.1:PORT
Server ' 127.0.0.1:0': InvalidArgumentException 22 Given URI "tcp:// 127.0.0.1:0" does not contain a valid host IP (EINVAL)
Server 'unix:///nonexistent/x': RuntimeException 2 Failed to listen on Unix domain socket "unix:///nonexistent/x": No such file or directory (ENOENT)
Server 'unix://PATH': RuntimeException 98 Failed to listen on Unix domain socket "unix://PATH": Address already in use (EADDRINUSE)
Server 'php://fd/999': InvalidArgumentException 22 Invalid URI "php://fd/999" given (EINVAL)
Server 'php://stdin': InvalidArgumentException 22 Invalid URI "php://stdin" given (EINVAL)
Server 'http://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "http://127.0.0.1:0" given (EINVAL)
Server 'tcp://1.2.3.4:80': RuntimeException 99 Failed to listen on "tcp://1.2.3.4:80": Cannot assign requested address (EADDRNOTAVAIL)
Server 70000: InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:70000" given (EINVAL)
SocketServer '127.0.0.1:PORT': RuntimeException 98 Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE)
SocketServer PORT: InvalidArgumentException 22 Invalid URI given (EINVAL)
SocketServer 'localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
SocketServer 'tcp://localhost:80': InvalidArgumentException 22 Given URI "tcp://localhost:80" does not contain a valid host IP (EINVAL)
SocketServer 'tcp://:80': InvalidArgumentException 22 Invalid URI "tcp://:80" given (EINVAL)
SocketServer '127.0.0.1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1" given (EINVAL)
SocketServer '127.0.0.1:65536': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:65536" given (EINVAL)
SocketServer '127.0.0.1:-1': InvalidArgumentException 22 Invalid URI "tcp://127.0.0.1:-1" given (EINVAL)
SocketServer 'udp://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "udp://127.0.0.1:0" given (EINVAL)
SocketServer 'tls://127.0.0.1:0': tls://127.0.0.1:PORT
SocketServer 'tls://0': InvalidArgumentException 22 Invalid URI given (EINVAL)
SocketServer '': InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
SocketServer NULL: InvalidArgumentException 22 Invalid URI "tcp://" given (EINVAL)
SocketServer true: InvalidArgumentException 22 Invalid URI given (EINVAL)
SocketServer 1.5: InvalidArgumentException 22 Invalid URI "tcp://1.5" given (EINVAL)
SocketServer '::1:0': InvalidArgumentException 22 Given URI "tcp://::1:0" does not contain a valid host IP (EINVAL)
SocketServer '[::1]': InvalidArgumentException 22 Invalid URI "tcp://[::1]" given (EINVAL)
SocketServer 'TCP://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "TCP://127.0.0.1:0" given (EINVAL)
SocketServer 'tcp://127.0.0.1:0/path': tcp://127.0.0.1:PORT
SocketServer ' 127.0.0.1:0': InvalidArgumentException 22 Given URI "tcp:// 127.0.0.1:0" does not contain a valid host IP (EINVAL)
SocketServer 'unix:///nonexistent/x': RuntimeException 2 Failed to listen on Unix domain socket "unix:///nonexistent/x": No such file or directory (ENOENT)
SocketServer 'unix://PATH': RuntimeException 98 Failed to listen on Unix domain socket "unix://PATH": Address already in use (EADDRINUSE)
SocketServer 'php://fd/999': RuntimeException 9 Failed to listen on FD 999: Bad file descriptor (EBADF)
SocketServer 'php://stdin': InvalidArgumentException 22 Invalid FD number given (EINVAL)
SocketServer 'http://127.0.0.1:0': InvalidArgumentException 22 Invalid URI "http://127.0.0.1:0" given (EINVAL)
SocketServer 'tcp://1.2.3.4:80': RuntimeException 99 Failed to listen on "tcp://1.2.3.4:80": Cannot assign requested address (EADDRNOTAVAIL)
SocketServer 70000: InvalidArgumentException 22 Invalid URI given (EINVAL)
UnixServer unix://PATH: RuntimeException 98 Failed to listen on Unix domain socket "unix://PATH": Address already in use (EADDRINUSE)
UnixServer PATH: RuntimeException 98 Failed to listen on Unix domain socket "unix://PATH": Address already in use (EADDRINUSE)
UnixServer tcp://127.0.0.1:0: InvalidArgumentException 22 Given URI "tcp://127.0.0.1:0" is invalid (EINVAL)
UnixServer /nonexistent/x: RuntimeException 2 Failed to listen on Unix domain socket "unix:///nonexistent/x": No such file or directory (ENOENT)
FdServer -1: InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer 999: RuntimeException 9 Failed to listen on FD 999: Bad file descriptor (EBADF)
FdServer '3': InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer 'php://fd/': InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer 'php://fd/1x': InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer NULL: InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer 9223372036854775807: InvalidArgumentException 22 Invalid FD number given (EINVAL)
FdServer of a connection: RuntimeException 106 Failed to listen on FD N: Transport endpoint is already connected (EISCONN)
TcpServer twice: Error 0 WsChat\React\Socket\TcpServer is constructed already
 (EADDRINUSE) (ECONNRESET)||111|0
accept() without a client: RuntimeException 110 Unable to accept new connection: Connection timed out (ETIMEDOUT)
Connection: InvalidArgumentException 0 First parameter must be a valid stream resource
Connection: InvalidArgumentException 0 Given stream resource is not opened in write mode
Connection: InvalidArgumentException 0 Given stream resource is not opened in write mode
