<?php
/* SPDX-License-Identifier: MIT
 *
 * A parameter of the route and one of the query have the same name.
 *
 * @needs port8843
 */
class Show implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send($conn->httpRequest->getUri()->getQuery());
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$app = new Ratchet\App('localhost', $argv[1]);
$app->route('/room/{id}', new Show, ['*']);
echo "listening on tcp://127.0.0.1:$argv[1]\n";
$app->run();
