--TEST--
TLS: a certificate for each host name, with stars and in two files; versions and ciphers as the options say; no more than that
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
[$cert, $key] = $authority->issueApart('apart.example.com', 'secret');
$options = [
    'local_cert' => $authority->issue('default'),
    'passphrase' => 'secret',
    'SNI_server_certs' => [
        'one.example.com' => $authority->issue('one'),
        '*.example.org' => $authority->issue('star'),
        'apart.example.com' => ['local_cert' => $cert, 'local_pk' => $key],
    ],
    'alpn_protocols' => 'chat,http/1.1',
];
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ["tls" => ' . var_export($options, true) . ']]);');
foreach (['one.example.com', 'ONE.example.com', 'a.example.org', 'a.b.example.org', 'example.org', 'apart.example.com', 'else'] as $name) {
    $client = WsClient::connect($server->port, [], '/', ['peer_name' => $name, 'capture_peer_cert' => true]);
    echo "$name: ", name_of($client), "\n";
    $client->text('hello')->expectText('hello');
    $client->disconnect();
}
foreach (['http/1.1', 'h2,chat', 'h2'] as $protocols) {
    $client = WsClient::connect($server->port, [], '/', ['alpn_protocols' => $protocols]);
    echo "$protocols: ", stream_get_meta_data($client->stream)['crypto']['alpn_protocol'] ?? 'none', "\n";
    $client->disconnect();
}
$try = function (int $port, array $tls): string {
    try {
        $client = WsClient::connect($port, [], '/', $tls);
        return stream_get_meta_data($client->stream)['crypto']['protocol'] . ' ' . stream_get_meta_data($client->stream)['crypto']['cipher_name'];
    } catch (WsClientException $e) {
        return 'refused';
    }
};
$old = ['ciphers' => 'ALL:@SECLEVEL=0', 'crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT];
echo 'TLS 1.1: ', $try($server->port, $old), "\n";
echo 'TLS 1.2: ', strtok($try($server->port, ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]), ' '), "\n";
$server->waitErr('unsupported protocol');
$server->finish();

$options = ['local_cert' => $authority->issue('default'), 'crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_SERVER, 'ciphers' => 'ECDHE-ECDSA-AES256-GCM-SHA384'];
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ["tls" => ' . var_export($options, true) . ']]);');
echo 'only 1.2, with any: ', $try($server->port, []), "\n";
echo 'only 1.2, with 1.3: ', $try($server->port, ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT]), "\n";
$server->finish();
?>
--EXPECT--
one.example.com: one
ONE.example.com: one
a.example.org: star
a.b.example.org: default
example.org: default
apart.example.com: apart.example.com
else: default
http/1.1: http/1.1
h2,chat: chat
h2: none
TLS 1.1: refused
TLS 1.2: TLSv1.2
only 1.2, with any: TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384
only 1.2, with 1.3: refused
