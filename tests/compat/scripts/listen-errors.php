<?php
/* SPDX-License-Identifier: MIT
 *
 * Addresses that a server can't listen on: what is thrown.
 */
$first = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$port = (int) substr(strrchr($first->socket->getAddress(), ':'), 1);
$loop = $first->loop;
$attempts = [
    fn() => Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, $port, '127.0.0.1'),
    fn() => Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 8080, 'localhost'),
    fn() => Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 8080, ''),
    fn() => Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 70000, '127.0.0.1'),
    fn() => new React\Socket\SocketServer("127.0.0.1:$port", [], $loop),
    fn() => new React\Socket\SocketServer('nonsense', [], $loop),
    fn() => new React\Socket\SocketServer('tcp://example.com:80', [], $loop),
    fn() => new React\Socket\Server('unix:///does/not/exist.sock', $loop),
];
foreach ($attempts as $i => $attempt) {
    try {
        $attempt();
        echo "$i: no exception\n";
    } catch (Exception $e) {
        echo "$i: ", get_class($e), ' ', $e->getCode(), ' ', str_replace((string) $port, 'PORT', $e->getMessage()), "\n";
    }
}
$types = [fn() => new Ratchet\Http\HttpServer(new Ratchet\Server\EchoServer), fn() => new Ratchet\WebSocket\WsServer(new Ratchet\Http\NoOpHttpServerController)];
foreach ($types as $attempt) {
    try {
        $attempt();
        echo "no exception\n";
    } catch (Throwable $e) {
        echo get_class($e), ' ', preg_replace('/, called in.*/', '', $e->getMessage()), "\n";
    }
}
exit;
