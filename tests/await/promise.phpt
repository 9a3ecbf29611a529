--TEST--
Option await: WsChat\await() of promises, Fibers that are used again, a middleware that waits, misuse
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    use Ratchet\ConnectionInterface;

    /* As much of a promise as await() needs. */
    final class Promise
    {
        private array $listeners = [];
        private ?array $result = null;
        public function then(?callable $done = null, ?callable $failed = null)
        {
            $this->listeners[] = [$done, $failed];
            $this->result && $this->settle(...$this->result);
        }
        public function settle(int $which, $value)
        {
            $this->result = [$which, $value];
            foreach (array_splice($this->listeners, 0) as $pair) {
                $pair[$which]($value);
            }
        }
    }
    final class App extends Ratchet\Server\EchoServer
    {
        public function onMessage(ConnectionInterface $from, $msg)
        {
            global $loop;
            $promise = new Promise;
            switch ($msg) {
                case "later":
                    $loop->addTimer(0.001, fn() => $promise->settle(0, "a value"));
                    break;
                case "at once":
                    $promise->settle(0, "was there");
                    break;
                case "rejected":
                    $loop->addTimer(0.001, fn() => $promise->settle(1, new DomainException("no")));
                    break;
                case "no exception":
                    $promise->settle(1, 5);
                    break;
                case "fiber":
                    $from->send((string) spl_object_id(Fiber::getCurrent()));
                    return;
                case "bad":
                    foreach ([fn() => WsChat\await(new stdClass), fn() => WsChat\delay(-1), fn() => WsChat\delay(NAN)] as $call) {
                        try {
                            $call();
                        } catch (Throwable $e) {
                            echo get_class($e), ": ", $e->getMessage(), "\n";
                        }
                    }
                    return;
            }
            try {
                $from->send(WsChat\await($promise));
            } catch (Exception $e) {
                $from->send(get_class($e) . " " . $e->getMessage());
            }
        }
    }
    final class Slow implements Ratchet\Http\HttpServerInterface
    {
        public function __construct(private $next) {}
        public function onOpen(ConnectionInterface $conn, ?Psr\Http\Message\RequestInterface $request = null)
        {
            WsChat\delay(0.001);
            $this->next->onOpen($conn, $request);
        }
        public function onMessage(ConnectionInterface $from, $msg) { WsChat\delay(0.001); $this->next->onMessage($from, $msg); }
        public function onClose(ConnectionInterface $conn) { WsChat\delay(0.001); $this->next->onClose($conn); echo "closed\n"; }
        public function onError(ConnectionInterface $conn, Exception $e) { $this->next->onError($conn, $e); }
    }
    $loop = React\EventLoop\Loop::get();
    try {
        WsChat\delay(0);
    } catch (FiberError $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
    $fiber = new Fiber(function () { WsChat\delay(0.001); echo "a Fiber of the script\n"; });
    $fiber->start();
    $ws = new Ratchet\WebSocket\WsServer(new App);
    $second = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Slow($ws)), 0, "127.0.0.1", ["await" => true]);
    echo "second ", parse_url($second->socket->getAddress(), PHP_URL_PORT), "\n";
    serve($ws, ["options" => ["await" => true]]);
');
preg_match('/second (\d+)/', file_get_contents("{$server->folder}/stdout"), $second);
echo strstr(file_get_contents("{$server->folder}/stdout"), 'second', true);
foreach ([$server->port, (int) $second[1]] as $port) {
    $client = WsClient::connect($port);
    foreach (['later', 'at once', 'rejected', 'no exception'] as $message) {
        echo $client->text($message)->readMessage(), "\n";
    }
    $client->close(1000)->expectClose(1000)->expectEof();
}
$server->waitOut('closed');
$client = WsClient::connect($server->port);
$ids = [];
for ($i = 0; $i < 20; $i++) {
    $ids[$client->text('fiber')->readMessage()] = true;
}
echo count($ids), " Fiber for 20 messages\n";
$client->text('bad')->sync();
$server->finish();
echo $server->out();
?>
--EXPECT--
FiberError: Cannot wait outside of a Fiber: give the server the option "await", or start a Fiber
a value
was there
DomainException no
UnexpectedValueException Promise rejected with unexpected value of type int
a value
was there
DomainException no
UnexpectedValueException Promise rejected with unexpected value of type int
1 Fiber for 20 messages
a Fiber of the script
closed
TypeError: WsChat\await(): Argument #1 ($promise) must be a promise with then(), stdClass given
ValueError: WsChat\delay(): Argument #1 ($seconds) must be 0 or more seconds, -1 given
ValueError: WsChat\delay(): Argument #1 ($seconds) must be 0 or more seconds, NAN given
