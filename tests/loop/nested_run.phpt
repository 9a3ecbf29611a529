--TEST--
Loop: run() inside a callback serves everybody else, and stop() ends the inner one first
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(<<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $loop;
        private $inside = false;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            if ($msg === 'nest') {
                $this->inside = true;
                $conn->send('in');
                $this->loop->run();
                $this->inside = false;
                $conn->send('out');
            } elseif ($msg === 'stop') {
                $this->loop->stop();
            } else {
                $conn->send($msg . ($this->inside ? ' inside' : ''));
            }
        }
        function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
    }
    $app = new App;
    $server = serve($app, ['before' => function ($server) use ($app) { $app->loop = $server->loop; }]);
    echo "stopped\n"; /* as in React: stop() in the inner run() ends the outer one as well */
    $server->run();
    PHP);
$a = WsClient::connect($server->port);
$b = WsClient::connect($server->port);
$a->text('nest')->expectText('in');
$b->text('hello')->expectText('hello inside');
$a->text('waits');      /* its own order holds */
$b->text('still')->expectText('still inside');
WsClient::connect($server->port)->text('new')->expectText('new inside')->close(1000)->expectClose(1000)->expectEof();
$b->text('stop');
$a->expectText('out')->expectText('waits');
$b->text('and now?')->expectText('and now?');
echo $server->out(), $server->err();
?>
--EXPECT--
onClose
stopped
