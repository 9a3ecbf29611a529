<?php
/* SPDX-License-Identifier: MIT
 *
 * A stream of React and a child's output on the loop of a server.
 *
 * @needs vendor
 */
use React\Stream\ReadableResourceStream;
use React\Stream\WritableResourceStream;

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer)), 0, '127.0.0.1');
[$left, $right] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$in = new ReadableResourceStream($right, $server->loop);
$out = new WritableResourceStream($left, $server->loop);
$bytes = 0;
$in->on('data', function ($data) use (&$bytes) {
    $bytes += strlen($data);
});
$in->on('end', function () use (&$bytes) {
    echo "end after $bytes\n";
});
$in->on('close', fn() => print("close\n"));
$out->on('close', fn() => print("written\n"));
echo var_export($out->write('short'), true), ' ', var_export($out->write(str_repeat('x', 300000)), true), "\n";
$out->end('last');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
