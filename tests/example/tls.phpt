--TEST--
tls.php: makes a certificate that only its owner can read, and keeps it; wss and https on one port
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_extension('openssl'); ?>
--FILE--
<?php
require __DIR__ . '/example.inc';

$server = example('tls');
$file = "{$server->folder}/localhost.pem";
echo strtok($server->out(), "\n"), "\n";
printf("mode %o\n", fileperms($file) & 0777);
$pem = file_get_contents($file);

/* The client believes this certificate and no other, and only for this name. */
$tls = ['cafile' => $file, 'verify_peer' => true, 'verify_peer_name' => true, 'peer_name' => 'localhost'];
echo page($server, tls: $tls), "\n";
$client = WsClient::connect($server->port, tls: $tls);
$client->text('hello')->expectText('hello');
try {
    WsClient::connect($server->port, tls: ['peer_name' => 'other'] + $tls);
} catch (WsClientException) {
    echo "not for another name\n";
}
echo openssl_x509_parse($pem)['extensions']['subjectAltName'], "\n";
ends($server, $client);

$again = example('tls', [$file]);
echo str_contains($again->out(), 'Made') ? 'made another' : 'the same', "\n";
WsClient::connect($again->port, tls: $tls)->text('hello')->expectText('hello')->disconnect();
echo file_get_contents($file) === $pem ? "kept\n" : "changed\n";
ends($again);
?>
--EXPECTF--
Made a certificate: localhost.pem
mode 600
HTTP/1.1 200 OK | <title>Echo</title>
not for another name
DNS:localhost, IP Address:127.0.0.1, IP Address:%s
status 0
the same
kept
status 0
