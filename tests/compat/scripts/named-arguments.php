<?php
/* SPDX-License-Identifier: MIT
 *
 * Named arguments for everything that a script calls.
 */
use Ratchet\ConnectionInterface;
use Ratchet\RFC6455\Messaging\Frame;

class Named implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send(msg: 'named');
        $conn->send(new Frame(payload: 'frame', opcode: Frame::OP_BINARY));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->close(code: 4000);
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$ws = new Ratchet\WebSocket\WsServer(component: new Named);
$ws->setStrictSubProtocolCheck(enable: false);
$server = Ratchet\Server\IoServer::factory(
    component: new Ratchet\Http\HttpServer(component: $ws),
    address: '127.0.0.1',
    port: 0
);
$ws->enableKeepAlive(loop: $server->loop, interval: 60);
$server->loop->addTimer(interval: 0.001, callback: fn() => print("timer\n"));
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
