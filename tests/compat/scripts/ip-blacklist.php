<?php
/* SPDX-License-Identifier: MIT
 *
 * IpBlackList: addresses that get nothing, and one that is blocked while it is
 * here.
 */
use Ratchet\ConnectionInterface;

class Door implements Ratchet\MessageComponentInterface
{
    public $list;

    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send("in\n");
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if (trim($msg) === 'block') {
            $this->list->blockAddress('127.0.0.1');
        } elseif (trim($msg) === 'unblock') {
            $this->list->unblockAddress('127.0.0.1');
        }
        $from->send(json_encode([$this->list->isBlocked($from->remoteAddress), $this->list->getBlockedAddresses()]) . "\n");
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
    }
}

$door = new Door;
$door->list = new Ratchet\Server\IpBlackList($door);
$door->list->blockAddress('10.0.0.1')->blockAddress('::1');
echo json_encode([
    $door->list->filterAddress('1.2.3.4:80'), $door->list->filterAddress('::1'), $door->list->filterAddress('localhost:80'),
    $door->list->isBlocked('10.0.0.1:8080'), $door->list->isBlocked('10.0.0.2'),
]), "\n";
$server = Ratchet\Server\IoServer::factory($door->list, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
