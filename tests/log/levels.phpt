--TEST--
Log: what PHP's error log gets at each log_level, and no secret at any of them
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

const CODE = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) {
            if ($message === 'SECRET throw') {
                $conn->send('about to');
                throw new LogicException("no\nway");
            }
            parent::onMessage($conn, $message);
        }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { throw $e; }
    }
    serve(new App, ['options' => ['allowed_origins' => 'https://good.example'] + OPTIONS]);
    PHP;

/* The same for each level: what it is about is in the log, what it was is not. */
function visit(array $options, array $ini = []): void
{
    $server = TestServer::code('const OPTIONS = ' . var_export($options, true) . ';' . CODE,
        ['ini' => ['error_log' => '/dev/stderr', 'log_errors' => '1', 'html_errors' => '0'] + $ini]);
    $secrets = ['Cookie' => 'SECRET=1', 'Authorization' => 'Basic SECRET', 'Origin' => 'https://good.example'];
    $first = WsClient::connect($server->port, $secrets, '/chat/room?token=SECRET');
    $first->text('SECRET')->expectText('SECRET');
    $first->close(1000, 'SECRET')->expectClose(1000)->expectEof();
    $first->disconnect();
    $level = $options['log_level'] ?? $ini['wschat.log_level'] ?? '';
    $info = in_array($level, ['info', 'debug']);
    $info && $server->waitErr('connection 1 (127.0.0.1) has ended');
    $second = new WsClient($server->port);
    echo $second->request(WsClient::upgradeHead(['Origin' => "https://bad\xE4.example"] + $secrets, '/?token=SECRET'))->status;
    $second->readAll();
    $second->disconnect();
    $level === 'debug' && $server->waitErr('connection 2 (127.0.0.1) has ended');
    $third = WsClient::connect($server->port, $secrets, '/third?token=SECRET');
    $third->text('SECRET throw')->expectText('about to');
    $third->expectClose(1011);
    $third->close(1011)->expectEof();
    $third->disconnect();
    $server->waitErr('has thrown');
    $info && $server->waitErr('connection 3 (127.0.0.1) has ended');
    $server->finish();
    echo "\n", preg_replace(['/^\[.*?\] /m', '/after \d+\.\d{3} s/', '/ in \S+:\d+$/m'], ['', 'after N s', ' in FILE'],
        $server->err());
    echo str_contains($server->err(), 'SECRET') ? "A SECRET\n" : '';
}

echo "default: ";
visit([]);
foreach (['error', 'notice', 'info', 'debug'] as $level) {
    echo "$level: ";
    visit(['log_level' => $level]);
}
echo "info as ini entry: ";
visit([], ['wschat.log_level' => 'info']);
?>
--EXPECT--
default: 403
wschat: a request from 127.0.0.1 was refused, 1 so far: its Origin, https://bad\xE4.example, is not among allowed_origins
wschat: onError() has thrown LogicException: no way in FILE
error: 403
wschat: onError() has thrown LogicException: no way in FILE
notice: 403
wschat: a request from 127.0.0.1 was refused, 1 so far: its Origin, https://bad\xE4.example, is not among allowed_origins
wschat: onError() has thrown LogicException: no way in FILE
info: 403
wschat: info: connection 1 (127.0.0.1) is open: /chat/room
wschat: info: connection 1 (127.0.0.1) has ended after N s with 1000, by the client
wschat: a request from 127.0.0.1 was refused, 1 so far: its Origin, https://bad\xE4.example, is not among allowed_origins
wschat: info: connection 3 (127.0.0.1) is open: /third
wschat: onError() has thrown LogicException: no way in FILE
wschat: info: connection 3 (127.0.0.1) has ended after N s with 1011, by the server
debug: 403
wschat: debug: connection 1 (127.0.0.1) was accepted
wschat: info: connection 1 (127.0.0.1) is open: /chat/room
wschat: info: connection 1 (127.0.0.1) has ended after N s with 1000, by the client
wschat: debug: connection 2 (127.0.0.1) was accepted
wschat: a request from 127.0.0.1 was refused, 1 so far: its Origin, https://bad\xE4.example, is not among allowed_origins
wschat: debug: connection 2 (127.0.0.1) was refused with 403
wschat: debug: connection 2 (127.0.0.1) has ended before it was open
wschat: debug: connection 3 (127.0.0.1) was accepted
wschat: info: connection 3 (127.0.0.1) is open: /third
wschat: onError() has thrown LogicException: no way in FILE
wschat: info: connection 3 (127.0.0.1) has ended after N s with 1011, by the server
info as ini entry: 403
wschat: info: connection 1 (127.0.0.1) is open: /chat/room
wschat: info: connection 1 (127.0.0.1) has ended after N s with 1000, by the client
wschat: a request from 127.0.0.1 was refused, 1 so far: its Origin, https://bad\xE4.example, is not among allowed_origins
wschat: info: connection 3 (127.0.0.1) is open: /third
wschat: onError() has thrown LogicException: no way in FILE
wschat: info: connection 3 (127.0.0.1) has ended after N s with 1011, by the server
