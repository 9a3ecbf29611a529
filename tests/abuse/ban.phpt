--TEST--
Abuse: ban(), unban(), banned() and the option banned_addresses
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$code = <<<'PHP'
    final class Doorman extends Ratchet\Server\EchoServer {
        public static ?WsChat\Server $server = null;
        public function onOpen(Ratchet\ConnectionInterface $conn) { echo "open $conn->remoteAddress\n"; }
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) {
            [$what, $network] = explode(' ', "$message ");
            match ($what) {
                'ban' => self::$server->ban($network ?: $conn->remoteAddress),
                'unban' => $conn->send(json_encode(self::$server->unban($network))),
                'list' => $conn->send(json_encode(self::$server->banned())),
                default => $conn->send($message),
            };
        }
        public function onClose(Ratchet\ConnectionInterface $conn) {
            echo "close $conn->remoteAddress ", json_encode([$conn->closeCode, $conn->closeReason, $conn->closeInitiator]), "\n";
        }
    }
    $before = fn($io) => Doorman::$server = WsChat\Server::from($io);
    PHP;
$options = "'trusted_proxies' => '127.0.0.1', 'forwarded_header' => 'X-Real-IP', 'banned_addresses' => ['203.0.113.0/24', '2001:db8::/32']";
$server = TestServer::code("$code\nserve(new Doorman, ['before' => \$before, 'options' => [$options]]);",
    ['ini' => ['error_log' => '/dev/stderr', 'log_errors' => '1']]);

function come(TestServer $server, string $address): int
{
    return (new WsClient($server->port))->request(WsClient::upgradeHead(['X-Real-IP' => $address]))->status;
}

foreach (['203.0.113.7', '2001:db8::1', '203.0.114.7'] as $address) {
    echo "$address: ", come($server, $address), "\n";
}
$admin = WsClient::connect($server->port, ['X-Real-IP' => '198.51.100.1']);
$a = WsClient::connect($server->port, ['X-Real-IP' => '192.0.2.1']);
$b = WsClient::connect($server->port, ['X-Real-IP' => '192.0.2.2']);
$half = new WsClient($server->port);
$half->write("GET / HTTP/1.1\r\n");
$admin->text('ban 192.0.2.99/24')->sync();
foreach ([$a, $b] as $client) {
    $client->expectClose(1008, 'Banned')->expectEof();
}
echo '192.0.2.3: ', come($server, '192.0.2.3'), "\n";
echo $admin->text('list')->readMessage(), "\n";
echo $admin->text('unban 192.0.2.1')->readMessage(), "\n";
echo $admin->text('unban 192.0.2.0/24')->readMessage(), "\n";
echo '192.0.2.3: ', come($server, '192.0.2.3'), "\n";
/* In a callback of its own: what is sent is not lost, and no further message comes. */
$c = WsClient::connect($server->port, ['X-Real-IP' => '192.0.2.9']);
$c->write(WsClient::frame(WsClient::TEXT, 'one') . WsClient::frame(WsClient::TEXT, 'ban') . WsClient::frame(WsClient::TEXT, 'two'));
$c->expectText('one')->expectClose(1008, 'Banned')->expectEof();
/* The proxy can't be banned: nobody could come any more. */
$admin->text('ban 127.0.0.1')->sync();
echo '192.0.2.3: ', come($server, '192.0.2.3'), "\n";
$admin->text('still')->expectText('still');
$server->waitOut('close 192.0.2.9');
$server->finish();
echo implode("\n", array_filter(explode("\n", $server->out()), fn($line) => str_starts_with($line, 'close 192.0.2') && !str_contains($line, '2.3'))), "\n";
echo preg_replace('/^.*?wschat: /', '', $server->err());

/* Without a proxy: cut when it is accepted. */
$server = TestServer::code("$code\nserve(new Doorman, ['before' => \$before]);");
$client = WsClient::connect($server->port);
$client->text('ban 127.0.0.0/8')->expectClose(1008)->expectEof();
try { /* the reset may come before connect() has returned */
    echo (new WsClient($server->port))->readAll() === '' ? "nothing\n" : "something\n";
} catch (WsClientException $e) {
    echo str_contains($e->getMessage(), 'reset') ? "nothing\n" : $e->getMessage();
}

/* Behind a layer in PHP, whose WebSockets stand apart. */
$server = TestServer::code("$code\n" . <<<'PHP'
    final class Layer implements Ratchet\Http\HttpServerInterface {
        public function __construct(private $next) {}
        public function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null) { $this->next->onOpen($conn, $request); }
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) { $this->next->onMessage($conn, $message); }
        public function onClose(Ratchet\ConnectionInterface $conn) { $this->next->onClose($conn); }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
    }
    serve(new Layer(new Ratchet\WebSocket\WsServer(new Doorman)), ['before' => $before]);
    PHP);
$clients = [WsClient::connect($server->port), WsClient::connect($server->port)];
$clients[0]->text('ban');
foreach ($clients as $client) {
    $client->expectClose(1008)->expectEof();
}

/* What is refused. */
$server = WsChat\Server::from(Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1'));
foreach ([['localhost'], ['192.0.2.1/33'], [''], ['unix'], ['192.0.2.1', 0], ['192.0.2.1', -1], ['192.0.2.1', NAN], ['192.0.2.1', 1e9]] as $arguments) {
    try {
        $server->ban(...$arguments);
        echo "taken\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    $server->unban('x');
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
$server->ban('::ffff:192.0.2.1', 3600);
$server->ban('2001:DB8:0::1/64');
$server->ban('192.0.2.1', 7200);
$banned = $server->banned();
echo implode(' ', array_keys($banned)), ' ', ceil($banned['192.0.2.1'] / 3600), ' ', json_encode($banned['2001:db8::/64']), "\n";
var_dump($server->unban('192.0.2.1'), $server->unban('192.0.2.1'), count($server->banned()));
?>
--EXPECT--
203.0.113.7: 403
2001:db8::1: 403
203.0.114.7: 101
192.0.2.3: 403
{"203.0.113.0\/24":null,"2001:db8::\/32":null,"192.0.2.0\/24":null}
false
true
192.0.2.3: 101
192.0.2.3: 101
close 192.0.2.1 [1008,"Banned","server"]
close 192.0.2.2 [1008,"Banned","server"]
close 192.0.2.9 [1008,"Banned","server"]
203.0.113.7 is banned and was not served, as 1 so far (banned_addresses, ban())
nothing
WsChat\Server::ban(): Argument #1 ($network) must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, "localhost" given
WsChat\Server::ban(): Argument #1 ($network) must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, "192.0.2.1/33" given
WsChat\Server::ban(): Argument #1 ($network) must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, "" given
WsChat\Server::ban(): Argument #1 ($network) must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, "unix" given
WsChat\Server::ban(): Argument #2 ($seconds) must be null, or more than 0 seconds and at most 315576000, 0 given
WsChat\Server::ban(): Argument #2 ($seconds) must be null, or more than 0 seconds and at most 315576000, -1 given
WsChat\Server::ban(): Argument #2 ($seconds) must be null, or more than 0 seconds and at most 315576000, NAN given
WsChat\Server::ban(): Argument #2 ($seconds) must be null, or more than 0 seconds and at most 315576000, 1.0e+9 given
WsChat\Server::unban(): Argument #1 ($network) must be an address or a network such as 192.0.2.1, 192.0.2.0/24 and 2001:db8::/32, "x" given
192.0.2.1 2001:db8::/64 2 null
bool(true)
bool(false)
int(1)
