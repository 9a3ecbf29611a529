--TEST--
TLS: WsChat\Server::reloadCertificates() reads the files again; a bad one is an exception, and nothing changes
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$file = $authority->issue('first');
rename($file, $path = "{$authority->folder}/current");
$server = TestServer::code('$app = new class extends Ratchet\Server\EchoServer {
    public $server;
    function onMessage(Ratchet\ConnectionInterface $from, $msg) {
        try {
            $this->server->reloadCertificates();
            $from->send("read");
        } catch (RuntimeException $e) {
            $from->send(preg_replace("/.current.*/s", "", $e->getMessage()));
        }
    }
};
serve($app, ["options" => ["tls" => ["local_cert" => ' . var_export($path, true) . ']],
    "before" => fn($s) => $app->server = WsChat\Server::from($s)]);');
$name = function () use ($server): string {
    $client = WsClient::connect($server->port, [], '/', ['capture_peer_cert' => true]);
    $name = name_of($client);
    $client->disconnect();
    return $name;
};
$old = WsClient::connect($server->port, [], '/', []);
rename($authority->issue('second'), $path);
echo $name(), "\n";
$old->text('reload')->expectText('read');
echo $name(), "\n";
file_put_contents($path, 'nothing');
$old->text('reload');
echo substr($old->readMessage(), 0, 25), "\n";
echo $name(), "\n";
?>
--EXPECT--
first
second
TLS: option "local_cert",
second
