--TEST--
Module: each server takes the ini values of the moment when it was made; the option array wins
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\{Http\HttpServer, Server\EchoServer, Server\IoServer, WebSocket\WsServer};
    function make(array $options = []) {
        $server = IoServer::factory(new HttpServer(new WsServer(new EchoServer)), 0, '127.0.0.1', $options);
        echo 'port ', parse_url($server->socket->getAddress(), PHP_URL_PORT), "\n";
    }
    ini_set('wschat.max_message_size', '10');
    make();
    ini_set('wschat.max_message_size', '1K');
    make();
    make(['max_message_size' => 20]);
    ini_restore('wschat.max_message_size');
    serve(new EchoServer);
    PHP, ['ini' => ['wschat.max_message_size' => '30']]);
preg_match_all('/^(?:port|ready) (\d+)$/m', file_get_contents("{$server->folder}/stdout"), $ports);
foreach (array_map(null, $ports[1], [10, 1024, 20, 30]) as [$port, $limit]) {
    $client = WsClient::connect((int) $port);
    $client->text(str_repeat('x', $limit))->expectText(str_repeat('x', $limit));
    $client->text(str_repeat('x', $limit + 1))->expectClose(1009)->expectEof();
}
echo "done\n";
?>
--EXPECT--
done
