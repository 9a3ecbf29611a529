--TEST--
Listen: TLS behind a PROXY header; it begins right behind the header's last byte
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';
require __DIR__ . '/where.inc';

$options = ['proxy_protocol' => true, 'trusted_proxies' => '127.0.0.1', 'tls' => ['local_cert' => (new Authority)->issue('localhost')]];
foreach ([false, true] as $raw) {
    $server = TestServer::code(WHERE . "\nserve(new Where, ['raw' => " . var_export($raw, true) . ", 'options' => " . var_export($options, true) . ']);');
    foreach (["PROXY TCP4 192.0.2.1 198.51.100.2 12345 443\r\n", "\r\n\r\n\0\r\nQUIT\n\x21\x21\0\x24" . inet_pton('2001:db8::7') . inet_pton('::1') . "\x30\x39\1\xBB"] as $header) {
        $client = new WsClient($server->port, '127.0.0.1', [], $header);
        if ($raw) {
            echo $client->write('hello')->shutdown()->readAll(), "\n";
        } else {
            $client->upgrade();
            echo who($client), "\n";
            $client->close(1000)->expectClose(1000)->expectEof();
        }
    }
    /* TLS without the header */
    try {
        new WsClient($server->port, '127.0.0.1', []);
        echo "not reached\n";
    } catch (WsClientException) {
        $server->waitErr('does not begin with a PROXY header');
    }
    echo $server->finish(), "\n", $server->out();
}
?>
--EXPECT--
[192.0.2.1]
[2001:db8::7]
0
open [192.0.2.1]
close [192.0.2.1]
open [2001:db8::7]
close [2001:db8::7]
[192.0.2.1]
[2001:db8::7]
0
open [192.0.2.1]
close [192.0.2.1]
open [2001:db8::7]
close [2001:db8::7]
