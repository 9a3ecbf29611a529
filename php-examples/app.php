<?php
// SPDX-License-Identifier: MIT
//
// An App: several applications on one port, each at a path of its own, with a page beside
// them from the folder app/. Only pages from localhost may connect.
//
//     php -d extension=wschat.so app.php [PORT]
//
// Then open http://localhost:8080/. Ctrl-C stops the server.

use Ratchet\App;
use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;
use Ratchet\Server\EchoServer;

/** Counts the visitors of each page: /visitors/{page}. */
final class Visitors implements MessageComponentInterface
{
    /** @var array<string, array<int, ConnectionInterface>> by page and resourceId */
    private array $pages = [];

    public function onOpen(ConnectionInterface $conn): void
    {
        parse_str($conn->httpRequest->getUri()->getQuery(), $parameters);
        /** @var array{page: string} $parameters as the route's are there, too */
        $conn->page = $parameters['page'];
        $this->pages[$conn->page][$conn->resourceId] = $conn;
        $this->tell($conn->page);
    }

    public function onMessage(ConnectionInterface $from, $msg): void
    {
        $from->close(1008); // there is nothing to say here
    }

    public function onClose(ConnectionInterface $conn): void
    {
        unset($this->pages[$conn->page][$conn->resourceId]);
        $this->tell($conn->page);
        if ($this->pages[$conn->page] === []) {
            unset($this->pages[$conn->page]);
        }
    }

    public function onError(ConnectionInterface $conn, Exception $e): void
    {
        $conn->close();
    }

    private function tell(string $page): void
    {
        foreach ($this->pages[$page] as $conn) {
            $conn->send(json_encode(['page' => $page, 'visitors' => count($this->pages[$page])]));
        }
    }
}

$app = new App('localhost', (int) ($argv[1] ?? 8080), '0.0.0.0', null, [
    'wschat' => ['document_root' => __DIR__ . '/app', 'health_path' => '/health'],
]);
$app->route('/visitors/{page}', new Visitors()); // by default from pages of 'localhost' alone
$app->route('/echo', new EchoServer(), ['*']);   // from anywhere

echo 'Open http://localhost:', WsChat\Server::from($app)->port(), "/\n";
$app->run();
