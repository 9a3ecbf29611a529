--TEST--
Loop: what TLS has decrypted and PHP has not read yet makes a stream readable
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_function('openssl_pkey_new', 'openssl_csr_sign'); ?>
--FILE--
<?php
require __DIR__ . '/loop.inc';

$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
$certificate = openssl_csr_sign(openssl_csr_new(['commonName' => 'test'], $key, ['digest_alg' => 'sha256']), null, $key, 1,
    ['digest_alg' => 'sha256']);
openssl_x509_export($certificate, $text);
openssl_pkey_export($key, $secret);
$pem = tempnam(sys_get_temp_dir(), 'wschat-pem-');
file_put_contents($pem, $text . $secret);

$loop = idle_loop();
$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,
    stream_context_create(['ssl' => ['local_cert' => $pem]]));
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false), $errno, $error, 5, STREAM_CLIENT_CONNECT,
    stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false, 'allow_self_signed' => true]]));
$peer = stream_socket_accept($server, 5);

/* Both ends shake hands in one process: on the loop. */
function shake($loop, $stream, int $method, Closure $then): void
{
    stream_set_blocking($stream, false);
    $step = function () use ($loop, $stream, $method, $then) {
        $result = stream_socket_enable_crypto($stream, true, $method);
        if ($result !== 0) {
            $loop->removeReadStream($stream);
            $then($result);
        }
    };
    $loop->addReadStream($stream, $step);
    $step();
}
$done = 0;
$then = function ($result) use (&$done, $loop) {
    var_dump($result);
    if (++$done === 2) {
        $loop->stop();
    }
};
shake($loop, $peer, STREAM_CRYPTO_METHOD_TLSv1_2_SERVER, $then);
shake($loop, $client, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, $then);
$loop->run();

/* One record of which each read takes a little, both of PHP's buffer and of OpenSSL's. */
stream_set_chunk_size($client, 100);
stream_set_read_buffer($client, 0);
$received = 0;
$loop->addReadStream($client, function ($stream) use ($loop, &$received) {
    $received += strlen(fread($stream, 100));
    if ($received === 16000) {
        $loop->removeReadStream($stream);
    }
});
$loop->addWriteStream($peer, function ($stream) use ($loop) {
    var_dump(fwrite($stream, str_repeat('x', 16000)));
    $loop->removeWriteStream($stream);
});
$loop->run();
var_dump($received);
unlink($pem);
?>
--EXPECT--
bool(true)
bool(true)
int(16000)
int(16000)
