<?php
// SPDX-License-Identifier: MIT
//
// Binary messages: a drawing board for many. A line is nine bytes, a colour and four
// numbers of 16 bits; a newcomer gets the whole picture in one message.
//
//     php -d extension=wschat.so binary.php [PORT]
//
// Then open http://localhost:8080/ in two tabs and draw; the page is in the folder board/.
// Ctrl-C stops the server.

use Ratchet\ConnectionInterface;
use Ratchet\Http\HttpServer;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;
use WsChat\Server;

final class Board implements MessageComponentInterface
{
    private const LINE = 9;         // bytes: pack('Cn4', $colour, $x1, $y1, $x2, $y2)
    private const COLOURS = 6;
    private const SIZE = 1000;      // coordinates are less
    private const LINES = 20000;    // that a newcomer gets, the last ones

    private string $picture = '';
    private Server $server;

    public function serve(IoServer $server): void
    {
        $this->server = Server::from($server);
        echo "Open http://localhost:{$this->server->port()}/ in two tabs.\n";
        $server->run();
    }

    public function onOpen(ConnectionInterface $conn): void
    {
        $conn->sendBinary($this->picture);
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        if (!$from->messageIsBinary || $msg === '' || strlen($msg) % self::LINE !== 0) {
            throw new DomainException('no lines');
        }
        foreach (str_split($msg, self::LINE) as $line) {
            $numbers = unpack('Ccolour/n4point', $line) ?: throw new DomainException('no line');
            if ($numbers['colour'] >= self::COLOURS || max($numbers) >= self::SIZE) {
                throw new DomainException('off the board');
            }
        }
        $this->picture = substr($this->picture . $msg, -self::LINES * self::LINE);
        $this->server->broadcastBinary($msg, $from);
    }

    public function onClose(ConnectionInterface $conn): void
    {
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close(1008); // it has broken our rules: RFC 6455 7.4.1
    }
}

$board = new Board();
$board->serve(IoServer::factory(
    new HttpServer(new WsServer($board)),
    (int) ($argv[1] ?? 8080),
    '0.0.0.0',
    ['document_root' => __DIR__ . '/board', 'max_message_size' => 9000]
));
