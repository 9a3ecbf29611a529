--TEST--
Abuse: allowed_origins: pages of others get 403 before any layer, who is no page is served
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

function ask(TestServer $server, string|array|null $origin, string $path = '/'): int
{
    return (new WsClient($server->port))->request(WsClient::upgradeHead(['Origin' => $origin], $path))->status;
}

$code = <<<'PHP'
    final class Tell extends Ratchet\Server\EchoServer {
        public function onOpen(Ratchet\ConnectionInterface $conn) {
            echo 'open ', $conn->httpRequest->getHeaderLine('Origin'), "\n";
        }
    }
    PHP;
$list = ['https://example.org', 'https://*.example.com:8443', 'http://localhost:3000', 'null'];
$log = ['error_log' => '/dev/stderr', 'log_errors' => '1'];
$server = TestServer::code("$code\nserve(new Tell, ['options' => ['allowed_origins' => " . var_export($list, true) . ']]);',
    ['ini' => $log]);
foreach ([
    'https://example.org', 'HTTPS://EXAMPLE.ORG:443', 'https://a.b.example.com:8443', 'http://localhost:3000', 'null', null,
    'http://example.org', 'https://example.org.evil.net', 'https://example.com:8443', 'https://a.example.com', "https://x\xFF",
    '', ['https://example.org', 'https://example.org'],
] as $origin) {
    echo str_replace("\xFF", '?', is_array($origin) ? implode(' and ', $origin) : $origin ?? 'none'), ': ', ask($server, $origin), "\n";
}
$server->waitErr('allowed_origins');
echo preg_replace('/^.*?wschat: /', '', $server->err());
$server->finish();
echo $server->out();

/* By php.ini, in front of an App's routes; plain TCP has no origins. */
$server = TestServer::code("$code\n" . <<<'PHP'
    $app = new Ratchet\App('localhost', 0, '127.0.0.1', null, ['wschat' => []]);
    $app->route('/chat', new Tell, ['*']);
    $io = (new ReflectionProperty($app, '_server'))->getValue($app);
    announce($io);
    $app->run();
    PHP, ['ini' => ['wschat.allowed_origins' => 'https://example.org, https://*.example.org'] + $log]);
foreach (['https://www.example.org', 'https://example.net'] as $origin) {
    echo "$origin: ", ask($server, $origin, '/chat'), ', ', ask($server, $origin, '/nowhere'), "\n";
}
?>
--EXPECT--
https://example.org: 101
HTTPS://EXAMPLE.ORG:443: 101
https://a.b.example.com:8443: 101
http://localhost:3000: 101
null: 101
none: 101
http://example.org: 403
https://example.org.evil.net: 403
https://example.com:8443: 403
https://a.example.com: 403
https://x?: 403
: 403
https://example.org and https://example.org: 403
a request from 127.0.0.1 was refused, 1 so far: its Origin, http://example.org, is not among allowed_origins
open https://example.org
open HTTPS://EXAMPLE.ORG:443
open https://a.b.example.com:8443
open http://localhost:3000
open null
open 
https://www.example.org: 101, 404
https://example.net: 403, 403
