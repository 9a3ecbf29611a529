--TEST--
TLS: clients with certificates, without, and of another authority; the application sees whose it is
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$other = new Authority('Other');
$options = ['local_cert' => $authority->issue('localhost'), 'verify_peer' => true, 'cafile' => $authority->file()];
$server = TestServer::code('
    serve(new class extends Ratchet\Server\EchoServer {
        private function name($conn) { return $conn->peerCertificate ? openssl_x509_parse($conn->peerCertificate)["subject"]["CN"] : "none"; }
        public function onOpen(Ratchet\ConnectionInterface $conn) { echo "open by ", $this->name($conn), "\n"; }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "close by ", $this->name($conn), "\n"; $this->last = $conn; }
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) {
            $conn->send($this->last ? $this->name($this->last) : "nobody yet");
        }
        private $last;
    }, ["options" => ["tls" => ' . var_export($options, true) . ']]);
');
foreach (['alice', 'bob'] as $name) {
    $client = WsClient::connect($server->port, [], '/', ['local_cert' => $authority->issue($name)]);
    $client->text('who was it before?');
    echo $client->readFrame()->payload, "\n";
    $client->close(1000)->expectClose(1000)->expectEof();
    $server->waitOut("close by $name\n");
}
foreach (['no certificate' => [], 'of another authority' => ['local_cert' => $other->issue('mallory')]] as $name => $tls) {
    try {
        WsClient::connect($server->port, [], '/', $tls);
        echo "not reached\n";
    } catch (WsClientException) {
        echo "$name: refused\n";
    }
}
$server->waitErr('peer did not return a certificate');
echo $server->finish(), "\n", $server->out();

/* Not asked for one. */
$server = TestServer::code('
    serve(new class extends Ratchet\Server\EchoServer {
        public function onOpen(Ratchet\ConnectionInterface $conn) { var_dump($conn->peerCertificate, isset($conn->peerCertificate)); }
    }, ["options" => ["tls" => ["local_cert" => ' . var_export($options['local_cert'], true) . ']]]);
');
WsClient::connect($server->port, [], '/', ['local_cert' => $authority->issue('alice')])->close(1000)->expectClose(1000)->expectEof();
$server->finish();
echo $server->out();
?>
--EXPECT--
nobody yet
alice
no certificate: refused
of another authority: refused
0
open by alice
close by alice
open by bob
close by bob
NULL
bool(false)
