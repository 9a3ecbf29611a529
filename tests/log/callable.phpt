--TEST--
Log: a callable gets the lines of its server with their level, those of the script's errors among them
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    use Ratchet\Server\{EchoServer, IoServer};
    use Ratchet\Http\HttpServer;
    use Ratchet\WebSocket\WsServer;

    final class App extends EchoServer {
        public function onMessage(Ratchet\ConnectionInterface $conn, $message) {
            if ($message === 'throw') {
                throw new LogicException("no\nway");
            }
            if ($message === 'exit') {
                exit;
            }
            parent::onMessage($conn, $message);
        }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { throw $e; }
    }
    final class Log {
        public function __construct(private string $name) {}
        public function line(string $line, string $level): void {
            echo "$this->name $level: ", preg_replace(['/after [\d.]+ s/', '/ in \S+:\d+/'], ['after N s', ' in FILE'], $line), "\n";
        }
        public function options(): array { return ['log' => [$this, 'line'], 'log_level' => 'info']; }
    }
    /* Two servers: to each its own. */
    $one = (new Log('one'))->options();
    IoServer::factory(new HttpServer(new WsServer(new App)), $argv[1], '127.0.0.1', (new Log('two'))->options());
    gc_collect_cycles();
    serve(new App, ['options' => $one]);
    PHP, ['args' => [$other = TestServer::freePort()], 'ini' => ['error_log' => '/dev/stderr', 'log_errors' => '1']]);
$first = WsClient::connect($server->port, [], '/first');
$server->waitOut('/first');
$second = WsClient::connect($other, [], '/second?secret');
$server->waitOut('/second');
$first->text('throw')->expectClose(1011);
$first->close(1011)->expectEof();
$server->waitOut('connection 1 (127.0.0.1) has ended');
$second->disconnect();
$server->waitOut('connection 2 (127.0.0.1) has ended');
WsClient::connect($server->port, [], '/third')->text('exit')->expectEof();
$server->wait();
echo $server->out(), preg_replace('/^\[.*?\] /m', '', $server->err());

/* What is none. */
foreach (['nothing', [1], true, null, fn() => null, 'strlen'] as $log) {
    try {
        Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1', ['log' => $log]);
        echo "taken\n";
    } catch (ValueError $e) {
        echo substr($e->getMessage(), 44), "\n";
    }
}
?>
--EXPECTF--
one info: connection 1 (127.0.0.1) is open: /first
two info: connection 2 (127.0.0.1) is open: /second
one error: onError() has thrown LogicException: no way in FILE
one info: connection 1 (127.0.0.1) has ended after N s with 1011, by the server
two info: connection 2 (127.0.0.1) has ended after N s with 1006, by the network
one info: connection 3 (127.0.0.1) is open: /third
 #4 option "log" must be a callable, or null: function "nothing" not found or invalid function name
 #4 option "log" must be a callable, or null: array %Smust have exactly two members
 #4 option "log" must be a callable, or null: no array or string given
taken
taken
taken
