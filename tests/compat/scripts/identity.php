<?php
/* SPDX-License-Identifier: MIT
 *
 * Is it the same connection? By ===, ==, in_array, array_search and ids, in
 * every callback.
 */
use Ratchet\ConnectionInterface;

class Same implements Ratchet\MessageComponentInterface
{
    private $all = [];
    private $ids = [];
    private $greatest = 0;

    private function check($where, $conn)
    {
        $key = array_search($conn, $this->all);
        printf("%s %d: loose %d strict %d in %s%s same id %s others %s\n", $where, $key, $key, array_search($conn, $this->all, true),
            var_export(in_array($conn, $this->all), true), var_export(in_array($conn, $this->all, true), true),
            var_export($this->ids[$key] === [spl_object_id($conn), spl_object_hash($conn), $conn->resourceId], true),
            json_encode(array_map(fn($other) => [$conn == $other, $conn != $other, $conn === $other, $conn <=> $conn], $this->all)));
    }

    public function onOpen(ConnectionInterface $conn)
    {
        echo var_export(in_array($conn, $this->all), true), ' ', var_export(array_search($conn, $this->all), true), "\n";
        $this->all[] = $conn;
        $this->ids[] = [spl_object_id($conn), spl_object_hash($conn), $conn->resourceId];
        $this->check('open', $conn);
        echo 'greater: ', var_export($this->greatest < $conn->resourceId, true), ' ', gettype($conn->resourceId), "\n";
        $this->greatest = $conn->resourceId;
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $this->check('message', $from);
        throw new Exception('for onError');
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        $this->check('error', $conn);
        $conn->close();
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->check('close', $conn);
        $key = array_search($conn, $this->all);
        unset($this->all[$key]);
    }
}

$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Same)), 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
