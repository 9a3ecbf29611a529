--TEST--
Listen: [::] is both IPv6 and IPv4, whose clients have IPv4 addresses; ipv6_only; [::] beside 0.0.0.0
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_ipv6(); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

function ask(TestServer $server, string $host): string
{
    try {
        $client = new WsClient($server->port, $host);
    } catch (WsClientException) {
        return 'refused';
    }
    $client->upgrade();
    return who($client);
}

foreach ([
    "['address' => '[::]']",
    "['address' => '::', 'options' => ['ipv6_only' => true]]",
    "['address' => '[::1]']",
] as $options) {
    $server = TestServer::code(WHERE . "\nserve(new Where, $options);");
    echo ask($server, '127.0.0.1'), ' ', ask($server, '[::1]'), "\n";
}
for ($try = 1;; $try++) {
    $port = TestServer::freePort();
    $server = TestServer::code(WHERE . "\nserve(new Where, ['address' => '0.0.0.0:$port,[::]:$port']);", ['ready' => false]);
    try {
        $server->waitOut("ready $port\n");
        break;
    } catch (TestServerException $e) {
        if ($try === 5 || !str_contains($e->getMessage(), 'in use')) { /* of somebody else, meanwhile */
            throw $e;
        }
    }
}
$server->port = $port;
echo ask($server, '127.0.0.1'), ' ', ask($server, '[::1]'), "\n";
?>
--EXPECT--
[127.0.0.1] [::1]
refused [::1]
refused [::1]
[127.0.0.1] [::1]
