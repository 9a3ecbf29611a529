--TEST--
IoServer::factory() and App with a tls:// address, IoServer on a SecureServer: WebSockets over TLS
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_extension('openssl');
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$pem = sys_get_temp_dir() . '/wschat-tls-' . getmypid() . '.pem';
$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
$request = openssl_csr_new(['commonName' => 'localhost'], $key);
openssl_x509_export(openssl_csr_sign($request, null, $key, 1), $certificate);
openssl_pkey_export($key, $private);
file_put_contents($pem, $certificate . $private);
register_shutdown_function(fn() => unlink($pem));

$common = '
    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen(Ratchet\ConnectionInterface $conn) { echo "open {$conn->remoteAddress}\n"; }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "close\n"; }
    }
    $layers = fn() => new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App));
    $tls = ["local_cert" => ' . var_export($pem, true) . '];
    $loop = React\EventLoop\Loop::get();
    function go($server) {
        pcntl_async_signals(true);
        pcntl_signal(SIGTERM, fn() => React\EventLoop\Loop::stop());
        echo parse_url($server->socket->getAddress(), PHP_URL_SCHEME), "\n";
        announce($server);
        React\EventLoop\Loop::run();
    }
';
foreach ([
    'SecureServer' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\SecureServer(new React\Socket\TcpServer("127.0.0.1:0", $loop), $loop, $tls), $loop));',
    'Server' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\Server("tls://127.0.0.1:0", $loop, ["tls" => $tls])));',
    'App' => '
        error_reporting(E_ALL & ~E_NOTICE);
        $app = new class("localhost", 0, "tls://127.0.0.1", null, ["tls" => $tls]) extends Ratchet\App { public function server() { return $this->_server; } };
        $app->route("/chat", new App, ["*"]);
        go($app->server());',
] as $name => $code) {
    echo "-- $name\n";
    $server = TestServer::code($common . $code);
    $context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
    $client = stream_socket_client("tls://127.0.0.1:{$server->port}", $errno, $error, 10, STREAM_CLIENT_CONNECT, $context);
    stream_set_timeout($client, 10);
    fwrite($client, WsClient::upgradeHead([], '/chat'));
    while (($line = rtrim(fgets($client))) !== '') {
        str_starts_with($line, 'HTTP') && print("$line\n");
    }
    foreach (['hello', str_repeat('long ', 30000)] as $text) {
        fwrite($client, WsClient::frame(1, $text));
        $header = strlen($text) < 126 ? 2 : 10;
        $answer = stream_get_contents($client, $header + strlen($text));
        var_dump(substr($answer, $header) === $text);
    }
    fwrite($client, WsClient::frame(8, WsClient::closePayload(1000)));
    echo bin2hex(stream_get_contents($client)), "\n";
    $server->waitOut('close');
    $server->finish();
    echo preg_replace('/ready \d+\n/', '', file_get_contents("{$server->folder}/stdout"));
}
?>
--EXPECT--
-- SecureServer
HTTP/1.1 101 Switching Protocols
bool(true)
bool(true)
880203e8
tls
open 127.0.0.1
close
-- Server
HTTP/1.1 101 Switching Protocols
bool(true)
bool(true)
880203e8
tls
open 127.0.0.1
close
-- App
HTTP/1.1 101 Switching Protocols
bool(true)
bool(true)
880203e8
tls
open 127.0.0.1
close
