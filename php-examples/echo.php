<?php
// SPDX-License-Identifier: MIT
//
// The smallest server: who says something hears it back. The page comes from the same
// port: what is in the folder echo/ is served to those who ask for no WebSocket.
//
//     php -d extension=wschat.so echo.php [PORT]
//
// Then open http://localhost:8080/. Ctrl-C stops the server.

use Ratchet\Http\HttpServer;
use Ratchet\Server\EchoServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

$server = IoServer::factory(
    new HttpServer(new WsServer(new EchoServer())),
    (int) ($argv[1] ?? 8080),
    '0.0.0.0',
    ['document_root' => __DIR__ . '/echo']
);

echo 'Open http://localhost:', WsChat\Server::from($server)->port(), "/\n";
$server->run();
