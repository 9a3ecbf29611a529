<?php
/* SPDX-License-Identifier: MIT
 *
 * The chat of Ratchet's README: an App with two routes, and a comparison of
 * connections that is not strict.
 *
 * @needs port8843
 */
use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;

class MyChat implements MessageComponentInterface
{
    protected $clients;

    public function __construct()
    {
        $this->clients = new \SplObjectStorage;
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients->attach($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->clients as $client) {
            if ($from != $client) {
                $client->send($msg);
            }
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->clients->detach($conn);
        echo count($this->clients), " left\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $conn->close();
    }
}

$app = new Ratchet\App('localhost', $argv[1]);
$app->route('/chat', new MyChat, ['*']);
$app->route('/echo', new Ratchet\Server\EchoServer, ['*']);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
