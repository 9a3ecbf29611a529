<?php
/* SPDX-License-Identifier: MIT
 *
 * A server that cuts its messages into fragments by hand, and one that answers
 * in several frames.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\RFC6455\Messaging\Message;

class Cutter implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $parts = str_split($msg, 3);
        $last = count($parts) - 1;
        foreach ($parts as $i => $part) {
            $from->send(new Frame($part, $i === $last, $i === 0 ? Frame::OP_TEXT : Frame::OP_CONTINUE));
            if ($i === 0) {
                $from->send(new Frame('still there?', true, Frame::OP_PING));
            }
        }
        $message = new Message;
        $message->addFrame(new Frame('as ', false))->addFrame(new Frame('a mess', false, Frame::OP_CONTINUE));
        $message->addFrame(new Frame('age', true, Frame::OP_CONTINUE));
        echo var_export($message->isCoalesced(), true), ' ', $message->getPayloadLength(), " $message\n";
        $from->send($message);
        $from->send(new Frame('masked', true, Frame::OP_TEXT))->send((new Frame('pong'))->getPayload());
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

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Cutter)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
