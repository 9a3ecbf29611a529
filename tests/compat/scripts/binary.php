<?php
/* SPDX-License-Identifier: MIT
 *
 * Messages as objects: text and binary, frames that are sent as they are.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\MessageInterface;

class Files implements Ratchet\WebSocket\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send(new Frame("\x00\x01\xff", true, Frame::OP_BINARY));
    }

    public function onMessage(ConnectionInterface $from, MessageInterface $msg)
    {
        echo $msg->isBinary() ? 'binary ' : 'text ', $msg->getPayloadLength(), ' in ', count($msg), ' of ', get_class($msg), ', opcode ', $msg->getOpcode(),
            ', string ', strlen((string) $msg), ', contents ', bin2hex(substr($msg->getContents(), 0, 4)), "\n";
        foreach ($msg as $i => $frame) {
            echo '  ', get_class($frame), ' ', $frame->getOpcode(), ' ', var_export($frame->isFinal(), true), ' ', $frame->getPayloadLength(), ' ',
                var_export($frame->isMasked(), true), "\n";
        }
        if ($msg->isBinary()) {
            $from->send(new Frame(strrev($msg->getPayload()), true, Frame::OP_BINARY));
        } else {
            $from->send('as text: ' . $msg);
        }
        $from->send($msg);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Files)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
