<?php
/* SPDX-License-Identifier: MIT
 *
 * UDP on the loop: a datagram becomes a message to all clients.
 */
class Relay implements Ratchet\MessageComponentInterface
{
    public $clients = [];

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $this->clients[] = $conn;
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $socket = stream_socket_client("udp://{$GLOBALS['address']}");
        fwrite($socket, $msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$relay = new Relay;
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($relay)), 0, '127.0.0.1');
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND);
stream_set_blocking($udp, false);
$address = stream_socket_get_name($udp, false);
$server->loop->addReadStream($udp, function ($udp) use ($relay) {
    $data = stream_socket_recvfrom($udp, 65536, 0, $peer);
    foreach ($relay->clients as $client) {
        $client->send("datagram $data");
    }
});
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
