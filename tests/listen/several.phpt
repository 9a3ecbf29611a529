--TEST--
Listen: several addresses, with commas, as an array and in the option; all are served, and all closed
--EXTENSIONS--
pcntl
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

foreach ([
    "'127.0.0.1,127.0.0.2:0, unix:a.sock', ['listen' => 'unix:b.sock']",
    "['127.0.0.1', '127.0.0.2', 'unix:a.sock'], ['listen' => ['unix:b.sock']]",
    "'127.0.0.1', ['listen' => ['tcp://127.0.0.2:0', 'unix://a.sock', 'unix:b.sock']]",
] as $arguments) {
    $server = TestServer::code(WHERE . <<<PHP

        \$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Where)), 0, $arguments);
        echo json_encode(\$server->socket->getAddresses(), JSON_UNESCAPED_SLASHES), "\\n";
        announce(\$server);
        \$server->loop->addSignal(SIGUSR1, function () use (\$server) {
            \$server->socket->close();
            echo json_encode([\$server->socket->getAddress(), \$server->socket->getAddresses()]), "\\n";
        });
        \$server->loop->addSignal(SIGTERM, fn() => \$server->loop->stop());
        \$server->run();
        PHP);
    $list = json_decode(strtok(file_get_contents("$server->folder/stdout"), "\n"));
    echo addresses(implode(' ', $list)), "\n";
    $second = parse_url($list[1], PHP_URL_PORT);
    $clients = [
        WsClient::connect($server->port),
        (new WsClient($second, '127.0.0.2')),
        (new WsClient(0, "$server->folder/a.sock")),
        (new WsClient(0, "$server->folder/b.sock")),
    ];
    foreach ($clients as $client) {
        $client->head ?? $client->upgrade();
        echo who($client), ' ';
    }
    $server->signal(SIGUSR1);
    $server->waitOut('[null,[]]');
    echo "closed\n";
    foreach ([[$server->port, '127.0.0.1'], [$second, '127.0.0.2'], [0, "$server->folder/a.sock"]] as [$port, $host]) {
        try {
            new WsClient($port, $host);
            echo "still there\n";
        } catch (WsClientException) {
        }
    }
    echo who($clients[3]), ' ', count(glob("$server->folder/*.sock")), ' ', $server->finish(), "\n";
}
?>
--EXPECT--
tcp://127.0.0.1:PORT tcp://127.0.0.2:PORT unix://a.sock unix://b.sock
[127.0.0.1] [127.0.0.1] [] [] closed
[] 0 0
tcp://127.0.0.1:PORT tcp://127.0.0.2:PORT unix://a.sock unix://b.sock
[127.0.0.1] [127.0.0.1] [] [] closed
[] 0 0
tcp://127.0.0.1:PORT tcp://127.0.0.2:PORT unix://a.sock unix://b.sock
[127.0.0.1] [127.0.0.1] [] [] closed
[] 0 0
