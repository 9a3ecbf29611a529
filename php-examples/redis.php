<?php
// SPDX-License-Identifier: MIT
//
// One chat on many servers: what a client says goes to Redis, and what Redis publishes, from
// whichever server or program, goes to all clients. The Redis client is a package for React;
// it runs on the server's own loop, so nobody waits for Redis.
//
//     composer require clue/redis-react:^2.7
//     php -d extension=wschat.so redis.php [PORT [REDIS]]
//
// REDIS is localhost:6379 by default. Start a second one with another port; then, in the
// consoles of two browser tabs, and Ctrl-C to stop a server:
//
//     s = new WebSocket('ws://localhost:8080'); s.onmessage = e => console.log(e.data)
//     s.send('hello')
//
// `redis-cli publish chat hello` is heard as well.

use Clue\React\Redis\Client;
use Clue\React\Redis\Factory;
use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;
use React\EventLoop\Loop;

require __DIR__ . '/vendor/autoload.php';

const CHANNEL = 'chat';

final class Publisher implements MessageComponentInterface
{
    public function __construct(private Client $redis)
    {
    }

    public function onOpen(ConnectionInterface $conn): void
    {
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $this->redis->publish(CHANNEL, $msg)->then(null, function (Exception $e) use ($from): void {
            $from->send("Nobody has heard that: {$e->getMessage()}");
        });
    }

    public function onClose(ConnectionInterface $conn): void
    {
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }
}

$redis = $argv[2] ?? 'localhost:6379';
$subscriber = (new Factory())->createLazyClient($redis); // one that listens can do nothing else
$server = IoServer::factory(
    new HttpServer(new WsServer(new Publisher((new Factory())->createLazyClient($redis)))),
    (int) ($argv[1] ?? 8080)
);

$clients = WsChat\Server::from($server);
$subscriber->on('message', fn(string $channel, string $message) => $clients->broadcast($message));
$subscribe = function () use (&$subscribe, $subscriber): void {
    $retry = function (Exception $e) use ($subscribe): void {
        echo $e->getMessage(), "\n";
        Loop::addTimer(1.0, $subscribe);
    };
    $subscriber->subscribe(CHANNEL)->then(fn() => print("Subscribed.\n"), $retry);
};
$subscriber->on('unsubscribe', fn() => Loop::addTimer(1.0, $subscribe)); // Redis is gone
$subscribe();

echo "Listening on ws://localhost:{$clients->port()}/\n";
$server->run();
