<?php
/* SPDX-License-Identifier: MIT
 *
 * A session in an App, with Symfony's own handler that keeps nothing.
 *
 * @needs vendor
 * @needs port8843
 */
use Ratchet\ConnectionInterface;
use Symfony\Component\HttpFoundation\Session\Storage\Handler\NullSessionHandler;

class Flash implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->Session->set('count', 1);
        echo get_class($conn->Session), "\n";
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->Session->set('count', $from->Session->get('count') + 1);
        $from->Session->getFlashBag()->add('notice', $msg);
        $from->send(json_encode([$from->Session->get('count'), $from->Session->getFlashBag()->peekAll()]));
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

$app = new Ratchet\App('localhost', $argv[1]);
$session = new Ratchet\Session\SessionProvider(new Ratchet\WebSocket\WsServer(new Flash), new NullSessionHandler);
$app->route('/flash', $session, ['*']);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
