--TEST--
Loop: an exception of a timer ends run(), and the next run() serves the same connections
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $loop;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'throw') {
                $this->loop->addTimer(0, function () { throw new DomainException('from a timer'); });
            }
            $conn->send($msg);
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo "onError\n"; }
    }
    $app = new App;
    try {
        serve($app, ['before' => function ($server) use ($app) {
            $app->loop = $server->loop;
            $GLOBALS['server'] = $server;
        }]);
    } catch (DomainException $e) {
        echo $e->getMessage(), "\n";
    }
    $server->run();
    echo "stopped\n";
    PHP);
$client = WsClient::connect($server->port);
$client->text('throw')->expectText('throw');
$server->waitOut('from a timer');
$client->text('hello')->expectText('hello')->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('onClose');
$server->finish();
echo str_replace("stopped\n", '', $server->out()), $server->err(); /* said only where pcntl is */
?>
--EXPECT--
from a timer
onClose
