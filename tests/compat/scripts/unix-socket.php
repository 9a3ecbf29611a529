<?php
/* SPDX-License-Identifier: MIT
 *
 * A server on a socket of the file system.
 */
class Local implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        $conn->send('address: ' . json_encode($conn->remoteAddress));
    }

    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo "closed\n";
    }

    public function onError(Ratchet\ConnectionInterface $conn, \Exception $e)
    {
    }
}

$path = sys_get_temp_dir() . '/wschat-' . getmypid() . '.sock';
$loop = React\EventLoop\Factory::create();
$socket = new React\Socket\Server("unix://$path", $loop);
$server = new Ratchet\Server\IoServer(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Local)), $socket, $loop);
echo str_replace($path, 'PATH', $socket->getAddress()), "\n";
$loop->futureTick(function () use ($loop, $path, $socket) { /* the path differs from run to run, so the client is in here */
    $client = stream_socket_client("unix://$path");
    stream_set_blocking($client, false);
    fwrite($client, "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    $got = '';
    $loop->addReadStream($client, function ($client) use ($loop, &$got, $socket, $path) {
        $got .= fread($client, 8192);
        if (feof($client)) {
            echo strtr(substr($got, strpos($got, "\r\n\r\n") + 4), ["\x81\x0d" => '[13] ', "\x81\x0b" => '[11] ', "\x81\x02" => '[2] ']), "\n";
            $loop->removeReadStream($client);
            $socket->close();
            @unlink($path);
        } elseif (str_contains($got, 'address')) {
            stream_socket_shutdown($client, STREAM_SHUT_WR);
        }
    });
});
$loop->run();
