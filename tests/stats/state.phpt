--TEST--
Stats: before and after the run, of a server that is stopped or that nobody holds any more, in callbacks; an object that can't be changed
--FILE--
<?php
require __DIR__ . '/stats.inc';

use WsChat\Server;
use WsChat\Stats;

$show = fn(string $when, Stats $stats) => print("$when: " . json_encode([
    $stats->connections, $stats->open, $stats->accepted, $stats->ended, $stats->messagesReceived,
]) . "\n");

final class App extends Ratchet\Server\EchoServer
{
    public $io;
    public $show;

    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        ($this->show)('onOpen', Server::from($this->io)->stats());
    }

    public function onMessage(Ratchet\ConnectionInterface $conn, $msg)
    {
        $handle = Server::from($this->io);
        ($this->show)('onMessage', $handle->stats());
        if ($msg === 'last') {
            $this->io = null;
            ($this->show)('unset', $handle->stats());
            $handle->stop(0);
            ($this->show)('stopped', $handle->stats());
            $this->io = $handle;
        }
    }

    public function onClose(Ratchet\ConnectionInterface $conn)
    {
        echo 'onClose: ', $this->io instanceof Server ? $this->io->stats()->open : '?', "\n";
    }
}

$app = new App;
$app->show = $show;
$app->io = Ratchet\Server\IoServer::factory(
    new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($app)), 0, '127.0.0.1'
);
$loop = $app->io->loop;
$handle = Server::from($app->io);
$show('before', $stats = $handle->stats());
$client = new WsClient($handle->port());
$client->write(WsClient::upgradeHead() . WsClient::frame(WsClient::TEXT, 'first') . WsClient::frame(WsClient::TEXT, 'last'));
unset($handle);
$loop->run();
$show('after', $app->io->stats());
$show('the object of before', $stats);

/* It is what it is. */
foreach ([
    fn() => $stats->open = 1,
    fn() => $stats->none = 1,
    fn() => $stats->refused['ban'] = 1,
    fn() => clone $stats,
    fn() => serialize($stats),
    fn() => new Stats,
    fn() => (new ReflectionClass(Stats::class))->newInstanceWithoutConstructor(),
    fn() => unserialize('O:12:"WsChat\Stats":0:{}'),
] as $try) {
    try {
        $try();
        echo "nothing happens\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
/* Every property has its value. */
foreach ((new ReflectionClass(Stats::class))->getProperties() as $property) {
    if (!$property->isInitialized($stats)) {
        echo "$property->name has no value\n";
    }
}
var_dump($stats->httpAnswers, array_keys($stats->closesSent), $stats->callbacks);
echo parse_metrics($stats->toPrometheus())['wschat_connections'], "\n";

/* Whose connections are not ours to count. */
$socket = new class extends Evenement\EventEmitter implements React\Socket\ServerInterface {
    public function getAddress() { return null; }
    public function pause() {}
    public function resume() {}
    public function close() {}
};
$io = new Ratchet\Server\IoServer($app, $socket, $loop);
try {
    echo Server::from($io)->stats()->connections, "\n";
} catch (RuntimeException $e) {
    echo get_class($e), ': ', $e->getMessage(), "\n";
}
?>
--EXPECTF--
before: [0,0,0,0,0]
onOpen: [1,1,1,0,0]
onMessage: [1,1,1,0,1]
onMessage: [1,1,1,0,2]
unset: [1,1,1,0,2]
stopped: [1,1,1,0,2]
onClose: 0
after: [0,0,1,1,2]
the object of before: [0,0,0,0,0]
Error: Cannot modify readonly property WsChat\Stats::$open
Error: Cannot create dynamic property WsChat\Stats::$none
Error: Cannot %Smodify readonly property WsChat\Stats::$refused
Error: Trying to clone an uncloneable object of class WsChat\Stats
Exception: Serialization of 'WsChat\Stats' is not allowed
Error: Call to private WsChat\Stats::__construct() from global scope
ReflectionException: Class WsChat\Stats is an internal class marked as final that cannot be instantiated without invoking its constructor
Exception: Unserialization of 'WsChat\Stats' is not allowed
array(4) {
  ["2xx"]=>
  int(0)
  ["3xx"]=>
  int(0)
  ["4xx"]=>
  int(0)
  ["5xx"]=>
  int(0)
}
array(8) {
  [0]=>
  int(1000)
  [1]=>
  int(1001)
  [2]=>
  int(1002)
  [3]=>
  int(1007)
  [4]=>
  int(1008)
  [5]=>
  int(1009)
  [6]=>
  int(1011)
  [7]=>
  string(5) "other"
}
array(0) {
}
0
RuntimeException: This server accepts no connections itself: who is accepted is up to its socket
