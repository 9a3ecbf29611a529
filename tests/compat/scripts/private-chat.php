<?php
/* SPDX-License-Identifier: MIT
 *
 * A private chat: a token in the query or in a header, users in an array, a
 * close with a reason.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;

class PrivateChat implements Ratchet\MessageComponentInterface
{
    private $users = [];
    private $tokens = ['t-anna' => 'anna', 't-bert' => 'bert'];

    public function onOpen(ConnectionInterface $conn)
    {
        parse_str($conn->httpRequest->getUri()->getQuery(), $query);
        $header = $conn->httpRequest->getHeader('Authorization');
        $token = $query['token'] ?? ($header ? substr($header[0], strlen('Bearer ')) : null);
        $user = $this->tokens[$token] ?? null;
        if ($user === null) {
            $conn->close(new Frame(pack('n', 4001) . 'who are you?', true, Frame::OP_CLOSE));
            return;
        }
        if (isset($this->users[$user])) {
            $this->users[$user]->close(4002);
        }
        $conn->user = $user;
        $this->users[$user] = $conn;
        $conn->send(json_encode(['type' => 'hello', 'you' => $user, 'online' => array_keys($this->users)]));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $data = json_decode($msg, true);
        if (!is_array($data) || !isset($data['to'], $data['text'])) {
            $from->send(json_encode(['type' => 'error', 'text' => 'what?']));
        } elseif (isset($this->users[$data['to']])) {
            $this->users[$data['to']]->send(json_encode(['from' => $from->user, 'text' => $data['text']], JSON_UNESCAPED_UNICODE));
        } else {
            $from->send(json_encode(['type' => 'error', 'text' => "{$data['to']} is not here"]));
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        if (!isset($conn->user)) {
            echo "a stranger has gone\n";
            return;
        }
        if ($this->users[$conn->user] === $conn) {
            unset($this->users[$conn->user]);
        }
        echo "{$conn->user} has gone\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo "error {$e->getMessage()}\n";
        $conn->close();
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new PrivateChat)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
