<?php
/* SPDX-License-Identifier: MIT
 *
 * The server of the suite: every message comes back as what it came, text as
 * text and binary as binary. It writes down what it sees, so that the runner
 * knows what an application got to see: a line for each call, with the number
 * of the connection, and for a message its opcode, length and CRC. The first
 * argument is the options array of IoServer::factory() in JSON, the second a
 * list of sub-protocols. Run by servers.inc; serve.inc is prepended.
 */

use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageInterface;

class Echoing implements Ratchet\WebSocket\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        echo "open {$conn->resourceId}\n";
    }

    public function onMessage(ConnectionInterface $conn, MessageInterface $msg)
    {
        $payload = $msg->getPayload();
        $opcode = $msg->isBinary() ? Frame::OP_BINARY : Frame::OP_TEXT;
        echo "message {$conn->resourceId} $opcode ", strlen($payload), ' ', crc32($payload), "\n";
        $conn->send($msg->isBinary() ? new Frame($payload, true, $opcode) : $payload);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "close {$conn->resourceId}\n";
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        echo "error {$conn->resourceId} ", get_class($e), ': ', $e->getMessage(), "\n";
    }
}

class Speaking extends Echoing implements Ratchet\WebSocket\WsServerInterface
{
    public function getSubProtocols()
    {
        return ['chat', 'superchat'];
    }
}

$speaks = ($argv[2] ?? '') !== '';
serve($speaks ? new Speaking() : new Echoing(), ['options' => json_decode($argv[1], true)]);
