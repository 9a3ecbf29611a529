<?php
// SPDX-License-Identifier: MIT
//
// WAMP 1: clients subscribe to topics, publish to them and call procedures. Each topic is a
// stock's price, which the server publishes too; clients can ask for the last one by a call.
//
//     php -d extension=wschat.so wamp.php [PORT]
//
// Clients are AutobahnJS 0.8 and its like, or by hand in a browser's console:
//
//     s = new WebSocket('ws://localhost:8080', 'wamp'); s.onmessage = e => console.log(e.data)
//     s.send('[5, "stock:elephants"]')                        // subscribe
//     s.send('[7, "stock:elephants", {"price": 42}]')         // publish
//     s.send('[2, "my call", "price", "stock:elephants"]')    // call

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\Server\IoServer;
use Ratchet\Wamp\WampServer;
use Ratchet\Wamp\WampServerInterface;
use Ratchet\WebSocket\WsServer;

final class Stocks implements WampServerInterface
{
    /** @var array<string, float> the last prices, by topic */
    private array $prices = ['stock:elephants' => 40.0];

    public function onSubscribe(ConnectionInterface $conn, $topic): void
    {
        if (isset($this->prices["$topic"])) {
            $conn->event($topic, ['price' => $this->prices["$topic"]]);
        }
    }

    public function onUnSubscribe(ConnectionInterface $conn, $topic): void
    {
    }

    public function onPublish(ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible): void
    {
        if (!isset($this->prices["$topic"]) || !is_numeric($event['price'] ?? null)) {
            return; // what is no price is nobody's business
        }
        $this->prices["$topic"] = (float) $event['price'];
        $topic->broadcast(['price' => $this->prices["$topic"]], $exclude, $eligible);
    }

    public function onCall(ConnectionInterface $conn, $id, $topic, array $params): void
    {
        $price = "$topic" === 'price' ? $this->prices[(string) ($params[0] ?? '')] ?? null : null;
        if ($price === null) {
            $conn->callError($id, $topic, 'There is no such thing.');
        } else {
            $conn->callResult($id, ['price' => $price]);
        }
    }

    public function onOpen(ConnectionInterface $conn): void
    {
    }

    public function onClose(ConnectionInterface $conn): void
    {
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }
}

$server = IoServer::factory(new HttpServer(new WsServer(new WampServer(new Stocks()))), (int) ($argv[1] ?? 8080));
echo 'Listening on ws://localhost:', WsChat\Server::from($server)->port(), "/\n";
$server->run();
