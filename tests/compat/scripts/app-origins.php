<?php
/* SPDX-License-Identifier: MIT
 *
 * Which origins an App lets in: its own host, those that are listed, all.
 *
 * @needs port8843
 */
use Ratchet\ConnectionInterface;

class Greet implements Ratchet\MessageComponentInterface
{
    public function __construct(private string $name)
    {
    }

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send("this is {$this->name}");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed {$this->name}\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$app = new Ratchet\App('localhost', $argv[1], '127.0.0.1');
foreach (['/own' => [], '/listed' => ['example.com', 'www.example.com'], '/all' => ['*']] as $path => $origins) {
    echo get_class($app->route($path, new Greet($path), $origins)), "\n";
}
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
