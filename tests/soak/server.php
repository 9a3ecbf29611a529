<?php
/* SPDX-License-Identifier: MIT
 *
 * The server of the soak: under /echo every message comes back; under /room/N those
 * that begin with "r" or "n" go to everybody in the room, which the script keeps,
 * and those with "a" to all, by the server's broadcast. Listens on two free ports
 * of the loopback, the second with TLS and callbacks that may wait, prints them, and
 * writes what it knows of itself to a file once a second.
 *
 * Arguments: the certificate's file ('' for no TLS), the file for the lines.
 */

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\RFC6455\Messaging\Frame;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

final class Soak implements Ratchet\MessageComponentInterface
{
    /** @var WsChat\Server[] */
    public array $servers = [];
    /** @var SplObjectStorage<ConnectionInterface, null>[] */
    private array $rooms = [];
    public int $open = 0;
    public int $messages = 0;
    public int $errors = 0;

    public function onOpen(ConnectionInterface $conn)
    {
        $this->open++;
        $path = $conn->httpRequest->getUri()->getPath();
        $conn->room = str_starts_with($path, '/room/') ? $path : null;
        if ($conn->room !== null) {
            ($this->rooms[$conn->room] ??= new SplObjectStorage)->offsetSet($conn);
        }
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if (++$this->messages % 50 === 0 && Fiber::getCurrent()) {
            WsChat\delay(0.01);
        }
        $kind = $from->room === null ? '' : $msg[0] ?? '';
        if ($kind === 'r' || $kind === 'n') {
            foreach ($this->rooms[$from->room] as $conn) {
                $conn->send($msg);
            }
        } elseif ($kind === 'a') {
            foreach ($this->servers as $server) {
                $server->broadcast($msg);
            }
        } else {
            $from->send(($msg[0] ?? '') === 'b' ? new Frame($msg, true, Frame::OP_BINARY) : $msg);
        }
    }

    public function onClose(ConnectionInterface $conn)
    {
        $this->open--;
        if ($conn->room !== null) {
            $this->rooms[$conn->room]->offsetUnset($conn);
            if (count($this->rooms[$conn->room]) === 0) {
                unset($this->rooms[$conn->room]);
            }
        }
    }

    public function onError(ConnectionInterface $conn, Exception $e)
    {
        $this->errors++;
        $conn->close();
    }
}

[, $certificate, $lines] = $argv;
$soak = new Soak;
$options = [
    'compression' => true,
    'max_queued_bytes' => 4 << 20,
    'max_total_queued_bytes' => 64 << 20,
    'max_receive_bytes' => 128 << 20,
    'ping_interval' => 10,
];
$ports = [];
foreach ($certificate === '' ? [null] : [null, ['local_cert' => $certificate]] as $tls) {
    $server = IoServer::factory(new HttpServer(new WsServer($soak)), 0, '127.0.0.1', $options + ($tls ? ['tls' => $tls, 'await' => true] : []));
    $soak->servers[] = WsChat\Server::from($server);
    $ports[] = end($soak->servers)->port();
}
$file = fopen($lines, 'w');
$server->loop->addPeriodicTimer(1.0, function () use ($soak, $file): void {
    $known = array_sum(array_map(fn(WsChat\Server $server) => count($server->connections()), $soak->servers));
    fwrite($file, implode(' ', [$soak->open, $known, $soak->messages, $soak->errors, memory_get_usage(), memory_get_usage(true)]) . "\n");
});
echo implode(' ', $ports), "\n";
$server->run();
echo "ended\n";
