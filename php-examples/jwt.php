<?php
// SPDX-License-Identifier: MIT
//
// Only those with a token get in: middleware that reads a JSON Web Token before the handshake
// and answers 401 if it is no good. A connection ends when its token does.
//
//     composer require firebase/php-jwt:^7.0
//     export JWT_SECRET=$(openssl rand -hex 32)
//     php -d extension=wschat.so jwt.php token Ann     # prints a token, as your login would
//     php -d extension=wschat.so jwt.php [PORT]
//
// Then in a browser's console: new WebSocket('ws://localhost:8080/?token=…'). Programs, which
// can set headers, send `Authorization: Bearer …`. Ctrl-C stops the server.

use Firebase\JWT\JWT;
use Firebase\JWT\Key;
use Psr\Http\Message\RequestInterface;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;
use React\EventLoop\Loop;

require __DIR__ . '/vendor/autoload.php';

final class JwtAuth
{
    public function __construct(private Key $key)
    {
    }

    /** What the option on_request wants: null lets the request pass, anything else is the answer. */
    public function __invoke(RequestInterface $request, ConnectionInterface $conn): ?array
    {
        parse_str($request->getUri()->getQuery(), $query);
        $header = preg_match('/^Bearer +(\S+)$/i', $request->getHeaderLine('Authorization'), $match);
        try {
            $token = $header ? $match[1] : $query['token'] ?? '';
            $conn->token = JWT::decode(is_string($token) ? $token : '', $this->key);
            return isset($conn->token->sub, $conn->token->exp) ? null : throw new DomainException('No sub, or no exp');
        } catch (Exception $e) {
            return [401, ['WWW-Authenticate' => 'Bearer'], $e->getMessage() . "\n"];
        }
    }
}

final class Greeter implements MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn): void
    {
        $conn->end = Loop::addTimer($conn->token->exp - time(), fn() => $conn->close(1008));
        $conn->send("Welcome, {$conn->token->sub}.");
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $from->send("{$from->token->sub} said: $msg");
    }

    public function onClose(ConnectionInterface $conn): void
    {
        Loop::cancelTimer($conn->end);
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }
}

$secret = getenv('JWT_SECRET') ?: throw new RuntimeException('Set JWT_SECRET first, to 32 bytes or more.');
if (($argv[1] ?? '') === 'token') {
    exit(JWT::encode(['sub' => $argv[2] ?? 'somebody', 'exp' => time() + 3600], $secret, 'HS256') . "\n");
}
$options = ['on_request' => new JwtAuth(new Key($secret, 'HS256'))];
$server = IoServer::factory(new HttpServer(new WsServer(new Greeter())), (int) ($argv[1] ?? 8080), '0.0.0.0', $options);
echo 'Listening on ws://localhost:', WsChat\Server::from($server)->port(), "/\n";
$server->run();
