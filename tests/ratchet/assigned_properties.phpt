--TEST--
IoServer: $app, $loop and $socket are plain public properties, and run() obeys them
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* Another application before run() */
$server = TestServer::code(<<<'PHP'
    use Ratchet\{Http\HttpServer, Server\EchoServer, Server\IoServer, WebSocket\WsServer};
    final class Other extends EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) { $conn->send("other: $msg"); }
    }
    $server = IoServer::factory(new HttpServer(new WsServer(new EchoServer)), 0, '127.0.0.1');
    $server->app = new HttpServer(new WsServer(new Other));
    announce($server);
    $server->run();
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('other: hello');

/* Without a loop, in Ratchet's words; with the loop run by hand */
$server = TestServer::code(<<<'PHP'
    use Ratchet\{Http\HttpServer, Server\EchoServer, Server\IoServer, WebSocket\WsServer};
    $server = IoServer::factory(new HttpServer(new WsServer(new EchoServer)), 0, '127.0.0.1');
    $loop = $server->loop;
    $server->loop = null;
    try {
        $server->run();
    } catch (RuntimeException $e) {
        echo $e->getMessage(), "\n";
    }
    announce($server);
    $loop->run();
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('hello');
echo strtok(file_get_contents("{$server->folder}/stdout"), "\n"), "\n";

/* The constructor, on a socket that factory() made */
$server = TestServer::code(<<<'PHP'
    use Ratchet\{Http\HttpServer, Server\EchoServer, Server\IoServer, WebSocket\WsServer};
    $first = IoServer::factory(new HttpServer(new WsServer(new EchoServer)), 0, '127.0.0.1');
    foreach ([5, new stdClass, 'x'] as $bad) {
        try {
            new IoServer($first->app, $first->socket, $bad);
        } catch (InvalidArgumentException $e) {
            echo $e->getMessage(), "\n";
        }
    }
    $second = new IoServer($first->app, $first->socket, $first->loop);
    var_dump($second->socket === $first->socket, $second->loop === $first->loop, (new IoServer($first->app, $first->socket))->loop);
    unset($first);
    announce($second);
    $second->run();
    PHP);
WsClient::connect($server->port)->text('hello')->expectText('hello');
echo preg_replace('/^ready.*\n/m', '', file_get_contents("{$server->folder}/stdout"));
?>
--EXPECT--
A React Loop was not provided during instantiation
Argument #3 ($loop) expected null|React\EventLoop\LoopInterface
Argument #3 ($loop) expected null|React\EventLoop\LoopInterface
Argument #3 ($loop) expected null|React\EventLoop\LoopInterface
bool(true)
bool(true)
NULL
