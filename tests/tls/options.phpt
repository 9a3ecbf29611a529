--TEST--
TLS: what is no option, no value or no certificate is refused at once, in one line that names option, file and reason
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$good = $authority->issue('localhost');
[$cert, $key] = $authority->issueApart('apart');
[, $locked] = $authority->issueApart('locked', 'secret');
[, $other] = $authority->issueApart('other');
file_put_contents($empty = "{$authority->folder}/empty", '');
$tries = [
    true,
    [],
    ['local_crt' => $good],
    ['local_cert' => 5],
    ['local_cert' => "a\0b"],
    ['local_cert' => '/nonexistent/cert.pem'],
    ['local_cert' => $empty],
    ['local_cert' => $cert],
    ['local_cert' => $cert, 'local_pk' => '/nonexistent/key.pem'],
    ['local_cert' => $cert, 'local_pk' => $other],
    ['local_cert' => $cert, 'local_pk' => $locked],
    ['local_cert' => $cert, 'local_pk' => $locked, 'passphrase' => 'wrong'],
    ['local_cert' => $good, 'verify_depth' => 101],
    ['local_cert' => $good, 'security_level' => '2'],
    ['local_cert' => $good, 'verify_peer' => []],
    ['local_cert' => $good, 'verify_peer' => true],
    ['local_cert' => $good, 'verify_peer' => true, 'cafile' => '/nonexistent/ca.pem'],
    ['local_cert' => $good, 'ciphers' => 'nonsense'],
    ['local_cert' => $good, 'crypto_method' => 'TLSv1.2'],
    ['local_cert' => $good, 'alpn_protocols' => 'a,,b'],
    ['local_cert' => $good, 'SNI_server_certs' => ['a.example' => '/nonexistent/sni.pem']],
    ['local_cert' => $good, 'SNI_server_certs' => [$good]],
    ['local_cert' => $good, 'verify_peer_name' => true, 'passphrase' => '', 'local_pk' => null, 'crypto_method' => STREAM_CRYPTO_METHOD_TLS_SERVER],
    ['SNI_server_certs' => ['a.example' => $good]],
];
foreach ($tries as $tls) {
    try {
        $server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1', ['tls' => $tls]);
        echo 'good ', parse_url($server->socket->getAddress(), PHP_URL_SCHEME), "\n";
        $server->socket->close();
    } catch (Throwable $e) {
        echo get_class($e), ': ', strtr($e->getMessage(), [$authority->folder => 'FOLDER']), "\n";
    }
}
echo "-- a socket of React's\n";
$socket = new React\Socket\SocketServer('tls://127.0.0.1:0', ['tls' => ['local_cert' => '/nonexistent/cert.pem']]);
try {
    new Ratchet\Server\IoServer(new Ratchet\Server\EchoServer, $socket);
} catch (RuntimeException $e) {
    echo $e->getMessage(), "\n";
}
$socket->close();
echo "-- open_basedir\n";
$server = TestServer::code('serve(new Ratchet\Server\EchoServer, ["options" => ["tls" => ["local_cert" => ' . var_export($good, true) . ']]]);', [
    'ini' => ['open_basedir' => dirname(__DIR__)], 'ready' => false,
]);
preg_match('/TLS: .*open_basedir/', $server->waitOut('outside of open_basedir'), $match);
echo strtr($match[0], [$authority->folder => 'FOLDER']), "\n";
?>
--EXPECT--
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls" must be an array of PHP's ssl context options, bool given
RuntimeException: TLS: option "local_cert": is missing: the file with the certificate of the server
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls" has no "local_crt"; of PHP's ssl context options it has local_cert, local_pk, passphrase, SNI_server_certs, SNI_enabled, verify_peer, cafile, capath, verify_depth, allow_self_signed, crypto_method, ciphers, ciphersuites, honor_cipher_order, security_level, alpn_protocols, no_ticket
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "local_cert" must be a path
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "local_cert" must be a path
RuntimeException: TLS: option "local_cert", /nonexistent/cert.pem: No such file or directory
RuntimeException: TLS: option "local_cert", FOLDER/empty: no start line
RuntimeException: TLS: option "local_cert", FOLDER/apart.cert: it has no private key that OpenSSL can read
RuntimeException: TLS: option "local_pk", /nonexistent/key.pem: No such file or directory
RuntimeException: TLS: option "local_pk", FOLDER/other.key: this is not the key of the certificate
RuntimeException: TLS: option "local_pk", FOLDER/locked.key: the key is encrypted, and there is no "passphrase"
RuntimeException: TLS: option "local_pk", FOLDER/locked.key: the key is encrypted, and not with this "passphrase"
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "verify_depth" must be an integer from 0 to 100
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "security_level" must be an integer from 0 to 5
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "verify_peer" must be true or false
RuntimeException: TLS: option "verify_peer": needs "cafile" or "capath", whose authorities sign the certificates of clients
RuntimeException: TLS: option "cafile", /nonexistent/ca.pem: No such file or directory
RuntimeException: TLS: option "ciphers", nonsense: no cipher match
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "crypto_method" must be made of the constants STREAM_CRYPTO_METHOD_TLSv1_2_SERVER and its like
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "alpn_protocols" must be a list of protocols such as "http/1.1", with commas between them
RuntimeException: TLS: option "SNI_server_certs", /nonexistent/sni.pem: No such file or directory
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls": "SNI_server_certs" must be an array of host names, each with a file or an array of local_cert and local_pk
good tls
good tls
-- a socket of React's
TLS: option "local_cert", /nonexistent/cert.pem: No such file or directory
-- open_basedir
TLS: FOLDER/localhost.pem is outside of open_basedir
