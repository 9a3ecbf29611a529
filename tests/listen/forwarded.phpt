--TEST--
Listen: X-Forwarded-For and Forwarded of trusted proxies: the last address that is not trusted, and no other
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

function ask(TestServer $server, array $headers, ?string $path = null): string
{
    $client = $path ? new WsClient(0, $path) : new WsClient($server->port);
    $client->upgrade($headers);
    return who($client);
}

$plain = TestServer::code(WHERE . <<<'PHP'

    serve(new Where, ['options' => ['trusted_proxies' => ['127.0.0.1', '10.0.0.0/8', 'unix'], 'listen' => 'unix:a.sock']]);
    PHP);
foreach ([
    [],
    ['X-Forwarded-For' => '192.0.2.1'],
    ['X-Forwarded-For' => '203.0.113.1, 192.0.2.1, 10.0.0.3'],
    ['X-Forwarded-For' => ['203.0.113.1', '2001:db8::7']],
    ['X-Forwarded-For' => '192.0.2.1, <b>'],
    ['Forwarded' => 'for=192.0.2.1'],
] as $headers) {
    echo ask($plain, $headers), ' ', ask($plain, $headers, "$plain->folder/a.sock"), "\n";
}

/* The header has a name; others are a client's. */
$server = TestServer::code(WHERE . "\nserve(new Where, ['options' => ['trusted_proxies' => '127.0.0.0/8', 'forwarded_header' => 'Forwarded']]);");
echo ask($server, ['Forwarded' => 'for="[2001:db8::7]:4711";proto=https', 'X-Forwarded-For' => '203.0.113.1']), "\n";
$server = TestServer::code(WHERE . "\nserve(new Where, ['options' => ['trusted_proxies' => '127.0.0.0/8', 'forwarded_header' => '']]);");
echo ask($server, ['X-Forwarded-For' => '203.0.113.1']), "\n";
/* Nobody is trusted, or somebody else. */
$server = TestServer::code(WHERE . "\nserve(new Where);");
echo ask($server, ['X-Forwarded-For' => '203.0.113.1']), "\n";
$server = TestServer::code(WHERE . "\nserve(new Where);", ['ini' => ['wschat.trusted_proxies' => '10.0.0.0/8,::1']]);
echo ask($server, ['X-Forwarded-For' => '203.0.113.1']), "\n";

/* By ini entries; the black list and the limit are for the client. */
$server = TestServer::code(WHERE . <<<'PHP'

    $list = new Ratchet\Server\IpBlackList(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Where)));
    $list->blockAddress('192.0.2.66');
    serve($list, ['raw' => true, 'options' => ['max_connections_per_address' => 1]]);
    PHP, ['ini' => ['wschat.trusted_proxies' => '127.0.0.1', 'wschat.forwarded_header' => 'X-Real-IP']]);
$clients = [];
for ($i = 1; $i <= 3; $i++) {
    $clients[] = $client = new WsClient($server->port);
    $client->upgrade(['X-Real-IP' => "192.0.2.$i"]);
    echo who($client), ' ';
}
echo (new WsClient($server->port))->request(WsClient::upgradeHead(['X-Real-IP' => '192.0.2.1']))->status, "\n";
var_dump((new WsClient($server->port))->write(WsClient::upgradeHead(['X-Real-IP' => '192.0.2.66']))->readAll());
$clients[0]->disconnect();
$server->waitOut('close [192.0.2.1]');
echo ask($server, ['X-Real-IP' => '192.0.2.1']), "\n";
?>
--EXPECT--
[127.0.0.1] []
[192.0.2.1] [192.0.2.1]
[192.0.2.1] [192.0.2.1]
[2001:db8::7] [2001:db8::7]
[127.0.0.1] []
[127.0.0.1] []
[2001:db8::7]
[127.0.0.1]
[127.0.0.1]
[127.0.0.1]
[192.0.2.1] [192.0.2.2] [192.0.2.3] 503
string(0) ""
[192.0.2.1]
