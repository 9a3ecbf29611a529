<?php
// SPDX-License-Identifier: MIT
//
// A chat to use: names, private messages, history. Who takes a name gets a token, which the
// page keeps: with it the name stays theirs, after a reload or a restart of the server, too.
//
//     php -d extension=wschat.so chat.php [PORT [DATABASE]]
//
// Then open http://localhost:8080/, the page in chat/. ChatStore.php makes the DATABASE.

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

require __DIR__ . '/ChatStore.php';

final class Chat implements MessageComponentInterface
{
    private array $online = []; // name => resourceId => connection: one may have several tabs

    public function __construct(private ChatStore $store) {}

    public function onOpen(ConnectionInterface $conn): void
    {
        $conn->name = ''; // until it says hello
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $in = json_decode($msg, true);
        match ([$from->name === '', $in['type'] ?? '']) {
            [true, 'hello'] => $this->hello($from, $in['name'] ?? '', $in['token'] ?? '', $in['since'] ?? 0),
            [false, 'say'] => $this->say($from->name, $in['to'] ?? '', trim($in['text'] ?? '')),
            default => throw new DomainException('What?'), // and wrong types are a TypeError
        };
    }

    public function onClose(ConnectionInterface $conn): void
    {
        unset($this->online[$conn->name][$conn->resourceId]);
        $this->online = array_filter($this->online);
        $this->tell(['type' => 'online', 'names' => array_keys($this->online)], $this->online);
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $this->tell(['type' => 'error', 'text' => $e instanceof DomainException ? $e->getMessage() : 'What?'], [$conn]);
    }

    private function hello(ConnectionInterface $conn, string $name, string $token, int $since): void
    {
        $person = $this->store->claim($name, $token);
        $conn->name = $person['name'];
        $this->online[$conn->name][$conn->resourceId] = $conn;
        $person['messages'] = $this->store->since($since, $conn->name);
        $this->tell(['type' => 'welcome'] + $person, [$conn]);
        $this->tell(['type' => 'online', 'names' => array_keys($this->online)], $this->online);
    }

    private function say(string $from, string $to, string $text): void
    {
        $to = $to === '' ? null : $this->store->find($to);
        $hearers = $to === null ? $this->online : array_intersect_key($this->online, [$from => 1, $to => 1]);
        $this->tell(['type' => 'message'] + $this->store->add($from, $to, $text), $hearers);
    }

    private function tell(array $what, array $hearers): void
    {
        array_walk_recursive($hearers, fn($conn, $key, $json) => $conn->send($json), json_encode($what));
    }
}

$options = ['document_root' => __DIR__ . '/chat', 'max_message_size' => 8192, 'max_messages_per_second' => 20];
$chat = new WsServer(new Chat(new ChatStore($argv[2] ?? 'chat.sqlite')));
$server = IoServer::factory(new HttpServer($chat), (int) ($argv[1] ?? 8080), '0.0.0.0', $options);
echo 'Open http://localhost:', WsChat\Server::from($server)->port(), "/ in two tabs.\n";
$server->run();
