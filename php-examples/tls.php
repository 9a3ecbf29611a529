<?php
// SPDX-License-Identifier: MIT
//
// wss:// and https:// on one port. Without a certificate of yours it makes one that it signs
// itself, for localhost, which a browser warns of; keep it and the warning comes only once.
//
//     php -d extension=wschat.so tls.php [PORT [CERTIFICATE.pem]]
//
// The file has the certificate and its key, localhost.pem by default. Then open
// https://localhost:8443/. `kill -HUP` makes the server read a renewed file. Ctrl-C stops it.

use Ratchet\Http\HttpServer;
use Ratchet\Server\EchoServer;
use Ratchet\Server\IoServer;
use Ratchet\WebSocket\WsServer;

/** Makes a key and a certificate for it that is good for a year, in one file that only we can read. */
function makeCertificate(string $file): void
{
    $config = tempnam(sys_get_temp_dir(), 'openssl'); // the only way to say which names it is for
    file_put_contents($config, <<<'CONFIG'
        [req]
        distinguished_name = name
        [name]
        [server]
        subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
        extendedKeyUsage = serverAuth
        CONFIG);
    $options = ['config' => $config, 'x509_extensions' => 'server', 'digest_alg' => 'sha256'];
    $key = openssl_pkey_new(['private_key_bits' => 2048] + $options);
    $request = openssl_csr_new(['commonName' => 'localhost'], $key, $options);
    if (!$request instanceof OpenSSLCertificateSigningRequest) {
        throw new RuntimeException('No certificate: ' . openssl_error_string());
    }
    $certificate = openssl_csr_sign($request, null, $key, 365, $options, random_int(1, PHP_INT_MAX));
    openssl_x509_export($certificate ?: throw new RuntimeException('Not signed'), $certificatePem);
    openssl_pkey_export($key, $keyPem, null, $options);
    unlink($config);

    $mask = umask(0077);
    file_put_contents($file, $certificatePem . $keyPem);
    umask($mask);
}

$file = $argv[2] ?? 'localhost.pem';
if (!is_file($file)) {
    makeCertificate($file);
    echo "Made a certificate: $file\n";
}

$server = IoServer::factory(
    new HttpServer(new WsServer(new EchoServer())),
    (int) ($argv[1] ?? 8443),
    '0.0.0.0',
    ['document_root' => __DIR__ . '/echo', 'tls' => ['local_cert' => $file]]
);

echo 'Open https://localhost:', WsChat\Server::from($server)->port(), "/\n";
$server->run();
