--TEST--
Abuse: what the options take, and what is refused how
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Http\HttpServer;
use Ratchet\Server\{EchoServer, IoServer, IpBlackList};
use Ratchet\WebSocket\WsServer;

function attempt(array $options, ?Ratchet\MessageComponentInterface $app = null, string $address = '127.0.0.1'): void
{
    try {
        IoServer::factory($app ?? new HttpServer(new WsServer(new EchoServer)), 0, $address, $options);
        echo "taken\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', preg_replace('/^.*Argument #4 (\(.*?\) )?/', '', $e->getMessage()), "\n";
    }
}

foreach (['close', 'drop', 'wait', 'drop_newest', 0, null] as $policy) {
    attempt(['rate_policy' => $policy]);
}
attempt(['allowed_origins' => 'https://example.org, null']);
attempt(['allowed_origins' => []]);
attempt(['allowed_origins' => 'example.org']);
attempt(['allowed_origins' => ['https://example.org/']]);
attempt(['allowed_origins' => ['wss://example.org']]);
attempt(['allowed_origins' => '*']);
attempt(['allowed_origins' => null]);
attempt(['banned_addresses' => '192.0.2.1, 2001:db8::/32']);
attempt(['banned_addresses' => 'unix']);
attempt(['banned_addresses' => ['192.0.2.1/33']]);
attempt(['on_request' => null]);
attempt(['on_request' => 'strlen']);
attempt(['on_request' => fn() => null]);
attempt(['on_request' => 'nothing']);
attempt(['on_request' => [1, 2]]);
attempt(['on_request' => true]);
attempt(['on_reqest' => true]);

/* Where nobody would be asked, nobody is left in silently. */
final class Own extends HttpServer
{
    public function onOpen(Ratchet\ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null) {}
}
attempt(['on_request' => fn() => null], new EchoServer);
attempt(['allowed_origins' => 'https://example.org'], new Own(new WsServer(new EchoServer)));
attempt(['allowed_origins' => ''], new EchoServer);
attempt(['banned_addresses' => '192.0.2.1'], new EchoServer);
attempt(['on_request' => fn() => null], new IpBlackList(new HttpServer(new WsServer(new EchoServer))));
attempt(['on_request' => fn() => null], null, 'tls://127.0.0.1');
attempt(['allowed_origins' => 'null'], null, 'unix:///tmp/never.sock');
ini_set('wschat.allowed_origins', 'https://example.org');
attempt([], new EchoServer);
$server = IoServer::factory(new HttpServer(new WsServer(new EchoServer)), 0, '127.0.0.1', ['on_request' => fn() => null]);
$server->app = new EchoServer;
try {
    $server->run();
} catch (LogicException $e) {
    echo get_class($e), "\n";
}
foreach ([
    'allowed_origins' => ['https://example.org,null', '', '*'],
    'banned_addresses' => ['192.0.2.1,::1', '', 'x', 'unix'],
    'rate_policy' => ['wait', 'drop_oldest'],
] as $name => $values) {
    foreach ($values as $value) {
        echo "$name $value: ", @ini_set("wschat.$name", $value) === false ? 'no' : 'yes', "\n";
    }
}
echo error_get_last()['message'], "\n";
?>
--EXPECT--
taken
taken
taken
ValueError: option "rate_policy" must be one of "close", "drop", "wait", drop_newest given
ValueError: option "rate_policy" must be one of "close", "drop", "wait", 0 given
ValueError: option "rate_policy" must be one of "close", "drop", "wait", null given
taken
taken
ValueError: option "allowed_origins" must be origins such as https://example.org, https://*.example.org and null, "example.org" given
ValueError: option "allowed_origins" must be origins such as https://example.org, https://*.example.org and null, "https://example.org/" given
ValueError: option "allowed_origins" must be origins such as https://example.org, https://*.example.org and null, "wss://example.org" given
ValueError: option "allowed_origins" must be origins such as https://example.org, https://*.example.org and null, "*" given
ValueError: option "allowed_origins" must be an array of strings, or a string with commas, null given
taken
ValueError: option "banned_addresses" must be addresses or networks such as 192.0.2.1, 198.51.100.0/24 and 2001:db8::/32, "unix" given
ValueError: option "banned_addresses" must be addresses or networks such as 192.0.2.1, 198.51.100.0/24 and 2001:db8::/32, "192.0.2.1/33" given
taken
taken
taken
ValueError: option "on_request" must be a callable, or null: function "nothing" not found or invalid function name
ValueError: option "on_request" must be a callable, or null: first array member is not a valid class name or object
ValueError: option "on_request" must be a callable, or null: no array or string given
ValueError: has no option "on_reqest"; did you mean "on_request"?
LogicException: The options "on_request" and "allowed_origins" need an HttpServer of wschat's own right behind IoServer or an IpBlackList: Ratchet\Server\EchoServer gets the bytes of requests itself
LogicException: The options "on_request" and "allowed_origins" need an HttpServer of wschat's own right behind IoServer or an IpBlackList: Own gets the bytes of requests itself
taken
taken
taken
ValueError: option "on_request" does not work on a socket of React's, as "tls://127.0.0.1" asks for
ValueError: option "allowed_origins" does not work on a socket of React's, as "unix:///tmp/never.sock" asks for
taken
LogicException
allowed_origins https://example.org,null: yes
allowed_origins : yes
allowed_origins *: no
banned_addresses 192.0.2.1,::1: yes
banned_addresses : yes
banned_addresses x: no
banned_addresses unix: no
rate_policy wait: yes
rate_policy drop_oldest: no
wschat.rate_policy = "drop_oldest" is ignored: it must be one of "close", "drop", "wait"
