--TEST--
Listen: the PROXY protocol: remoteAddress, IpBlackList and the limit for one address mean the client; only of trusted proxies
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/where.inc';

function from(TestServer $server, string $header): WsClient
{
    $client = new WsClient($server->port);
    $client->write($header);
    return $client;
}

$v1 = fn(string $ip) => "PROXY TCP4 $ip 198.51.100.2 12345 443\r\n";
$v2 = "\r\n\r\n\0\r\nQUIT\n\x21\x21\0\x24" . inet_pton('2001:db8::7') . inet_pton('::1') . "\x30\x39\1\xBB";

$server = TestServer::code(WHERE . <<<'PHP'

    $app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Where));
    $list = new Ratchet\Server\IpBlackList($app);
    $list->blockAddress('192.0.2.66');
    serve($list, ['raw' => true, 'options' => ['proxy_protocol' => true, 'trusted_proxies' => '127.0.0.1, 10.0.0.0/8',
        'max_connections_per_address' => 2]]);
    PHP);
$one = from($server, $v1('192.0.2.1'));
$one->upgrade();
echo who($one), "\n";
$six = from($server, $v2);
$six->upgrade();
echo who($six), "\n";
$whole = from($server, $v1('192.0.2.2') . WsClient::upgradeHead() . WsClient::frame(WsClient::TEXT, 'who?'));
echo $whole->readHead()->status, ' ', $whole->readMessage(), "\n";
$own = from($server, "PROXY UNKNOWN\r\n");
$own->upgrade();
echo who($own), "\n";

/* A third of one address */
$two = from($server, $v1('192.0.2.1'));
$two->upgrade();
echo from($server, $v1('192.0.2.1'))->request(WsClient::upgradeHead())->status, "\n";
/* Blocked: not a byte */
var_dump(from($server, $v1('192.0.2.66'))->write(WsClient::upgradeHead())->readAll());
/* No header, half a header */
var_dump(from($server, WsClient::upgradeHead())->readAll());
var_dump(from($server, "PROXY TCP4 1.2.3.4\r\n")->readAll());
$server->waitErr('does not begin with a PROXY header');
preg_match_all('/wschat: .*PROXY header.*/', $server->err(), $lines);
echo count($lines[0]), ' ', $lines[0][0], "\n";
echo substr_count($server->out(), 'open'), ' ', $server->finish(), "\n";

/* Plain TCP; and somebody who is not trusted, to whom the header is data. */
foreach (['127.0.0.0/8', '10.0.0.0/8'] as $trusted) {
    $server = TestServer::code(WHERE . "\nserve(new Where, ['raw' => true, 'options' => ['proxy_protocol' => true, 'trusted_proxies' => ['$trusted']]]);");
    $client = from($server, $v1('192.0.2.1') . 'hello');
    echo $client->shutdown()->readAll(), "\n";
    $server->waitOut('close');
    echo $server->out();
}
?>
--EXPECTF--
[192.0.2.1]
[2001:db8::7]
101 [192.0.2.2]
[127.0.0.1]
503
string(0) ""
string(0) ""
string(0) ""
1 wschat: a connection from the proxy 127.0.0.1 was closed, 1 so far: it does not begin with a PROXY header. Let it send the PROXY protocol (HAProxy: send-proxy-v2, nginx: proxy_protocol on), or switch proxy_protocol off
5 0
[192.0.2.1]
open [192.0.2.1]
close [192.0.2.1]
[127.0.0.1]
open [127.0.0.1]
close [127.0.0.1]
