<?php
/* SPDX-License-Identifier: MIT
 *
 * An App on a loop that is passed in, with a timer and with what route()
 * returns for each kind of controller.
 *
 * @needs port8843
 */
use Ratchet\ConnectionInterface;

class Both implements Ratchet\MessageComponentInterface
{
    public $clients = [];

    public function onOpen(ConnectionInterface $conn)
    {
        $this->clients[] = $conn;
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send(strtoupper($msg));
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

class Objects implements Ratchet\WebSocket\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
    }

    public function onMessage(ConnectionInterface $from, Ratchet\RFC6455\Messaging\MessageInterface $msg)
    {
        $from->send(get_class($msg) . ' ' . $msg->getPayloadLength());
    }

    public function onClose(ConnectionInterface $conn)
    {
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$loop = React\EventLoop\Loop::get();
$app = new Ratchet\App('localhost', $argv[1], '127.0.0.1', $loop);
$strings = new Both;
$loop->addPeriodicTimer(0.01, function ($timer) use ($strings, $loop) {
    if (count($strings->clients) === 2) {
        array_map(fn($client) => $client->send('two of you'), $strings->clients);
        $loop->cancelTimer($timer);
    }
});
$server = new Ratchet\WebSocket\WsServer($strings);
$returned = [
    $app->route('/strings', $strings, ['*']), $app->route('/objects', new Objects, ['*']),
    $app->route('/server', $server, ['*']), $app->route('/checked', new Both, ['example.com']),
];
echo implode(' ', array_map('get_class', $returned)), "\n";
echo var_export($returned[2] === $server), ' ', $app->routes instanceof Symfony\Component\Routing\RouteCollection ? "routes" : "none", ' ', count($app->routes), ' ', implode(' ', array_keys($app->routes->all())), "\n";
echo get_class($app->flashServer), "\n";
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
