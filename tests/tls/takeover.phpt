--TEST--
TLS: React's sockets with a certificate are taken over, whoever made them; what the engine does not have stays React's
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$common = '
    final class App extends Ratchet\Server\EchoServer
    {
        public function onOpen(Ratchet\ConnectionInterface $conn) { echo "open {$conn->remoteAddress}\n"; }
        public function onClose(Ratchet\ConnectionInterface $conn) { echo "close\n"; }
    }
    $layers = fn() => new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new App));
    $tls = ["local_cert" => ' . var_export($authority->issue('localhost'), true) . '];
    $loop = React\EventLoop\Loop::get();
    function go($server) {
        pcntl_async_signals(true);
        pcntl_signal(SIGTERM, fn() => React\EventLoop\Loop::stop());
        announce($server);
        React\EventLoop\Loop::run();
    }
    function secure($tls) {
        return new React\Socket\SecureServer(new React\Socket\TcpServer("127.0.0.1:0"), null, $tls);
    }
    function app($address, $context) {
        error_reporting(E_ALL & ~E_NOTICE);
        $app = new class("localhost", 0, $address, null, $context) extends Ratchet\App { public function server() { return $this->_server; } };
        $app->route("/", new App, ["*"]);
        return $app->server();
    }
';
foreach ([
    'SecureServer' => 'go(new Ratchet\Server\IoServer($layers(), secure($tls), $loop));',
    'SecureServer over Server' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\SecureServer(new React\Socket\Server("127.0.0.1:0"), $loop, $tls), $loop));',
    'Server' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\Server("tls://127.0.0.1:0", $loop, ["tls" => $tls])));',
    'SocketServer' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\SocketServer("tls://127.0.0.1:0", ["tls" => $tls])));',
    'App, tls://' => 'go(app("tls://127.0.0.1", ["tls" => $tls]));',
    'App' => 'go(app("127.0.0.1", ["tls" => $tls]));',
    'App with more for TCP' => 'go(app("127.0.0.1", ["tls" => $tls, "tcp" => ["so_reuseport" => true]]));',
    'factory, tls://' => 'go(Ratchet\Server\IoServer::factory($layers(), 0, "tls://127.0.0.1", ["tls" => $tls]));',
    'an option that only PHP has' => 'go(new Ratchet\Server\IoServer($layers(), secure($tls + ["rsa_key_size" => 2048]), $loop));',
    'App with such an option' => 'go(app("127.0.0.1", ["tls" => $tls + ["rsa_key_size" => 2048]]));',
    'somebody else listens' => '$socket = secure($tls); $socket->on("connection", fn() => print("heard\n")); go(new Ratchet\Server\IoServer($layers(), $socket, $loop));',
    'somebody listens later' => '$socket = secure($tls); $server = new Ratchet\Server\IoServer($layers(), $socket, $loop); $socket->on("connection", fn() => print("heard\n")); go($server);',
    'LimitingServer' => 'go(new Ratchet\Server\IoServer($layers(), new React\Socket\LimitingServer(secure($tls), 10), $loop));',
] as $name => $code) {
    echo "-- $name: ";
    /* Only the engine compresses. */
    $server = TestServer::code($common . $code, ['ini' => ['wschat.compression' => 1, 'wschat.compression_threshold' => 1 << 30]]);
    $client = WsClient::connect($server->port, ['Sec-WebSocket-Extensions' => 'permessage-deflate'], '/', []);
    echo $client->head->header('Sec-WebSocket-Extensions') ? "native\n" : "events\n";
    foreach (['hello', bin2hex(random_bytes(200000))] as $text) {
        $client->text($text)->expectText($text);
    }
    $client->close(1000)->expectClose(1000)->expectEof();
    $server->waitOut('close');
    $server->finish();
    echo preg_replace('/ready \d+\n/', '', file_get_contents("{$server->folder}/stdout"));
}
?>
--EXPECT--
-- SecureServer: native
open 127.0.0.1
close
-- SecureServer over Server: native
open 127.0.0.1
close
-- Server: native
open 127.0.0.1
close
-- SocketServer: native
open 127.0.0.1
close
-- App, tls://: native
open 127.0.0.1
close
-- App: native
open 127.0.0.1
close
-- App with more for TCP: native
open 127.0.0.1
close
-- factory, tls://: native
open 127.0.0.1
close
-- an option that only PHP has: events
open 127.0.0.1
close
-- App with such an option: events
open 127.0.0.1
close
-- somebody else listens: events
heard
open 127.0.0.1
close
-- somebody listens later: events
heard
open 127.0.0.1
close
-- LimitingServer: events
open 127.0.0.1
close
