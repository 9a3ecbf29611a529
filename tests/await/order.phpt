--TEST--
Option await: a callback waits, others are served, the messages of its own connection keep their order
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code('
    final class App implements Ratchet\MessageComponentInterface
    {
        private array $waiting = [];
        public function onOpen(Ratchet\ConnectionInterface $conn) { $conn->send("fiber " . var_export(Fiber::getCurrent() !== null, true)); }
        public function onMessage(Ratchet\ConnectionInterface $from, $msg)
        {
            if ($msg === "wait") {
                $this->waiting[] = Fiber::getCurrent();
                echo "waiting {$from->resourceId}\n";
                $got = Fiber::suspend();
                $from->send("resumed with $got");
            } elseif ($msg === "resume") {
                $from->send("resuming");
                array_shift($this->waiting)->resume("a value");
            } elseif ($msg === "delay") {
                WsChat\delay(0.001);
                $from->send("delayed");
            } elseif ($msg === "throw") {
                WsChat\delay(0);
                throw new Exception("after a wait");
            } elseif ($msg === "close") {
                $from->close(4000);
                WsChat\delay(0.001);
                echo "closed and waited\n";
            } else {
                $from->send($msg);
            }
        }
        public function onClose(Ratchet\ConnectionInterface $conn)
        {
            echo "onClose begins\n";
            WsChat\delay(0.001);
            echo "onClose ends {$conn->resourceId}\n";
        }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e)
        {
            WsChat\delay(0.001);
            $conn->send("error: " . $e->getMessage());
        }
    }
    serve(new App, ["options" => ["await" => true]]);
');
$one = WsClient::connect($server->port);
$two = WsClient::connect($server->port);
$one->expectText('fiber true');
$two->expectText('fiber true');

/* One waits; two is served; what one has sent since comes afterwards, in order. */
$one->write(WsClient::frame(1, 'wait') . WsClient::frame(1, 'behind it') . WsClient::frame(9, 'ping'));
$one->text('later read');
$server->waitOut('waiting 1');
$two->text('hello')->expectText('hello');
$two->text('resume')->expectText('resuming');
$one->expectText('resumed with a value')->expectText('behind it')->expectPong('ping')->expectText('later read');

/* Timers of ours. */
$one->text('delay')->text('next');
$one->expectText('delayed')->expectText('next');
$one->text('throw')->text('next');
$one->expectText('error: after a wait')->expectText('next');

/* Closing while it waits: onClose comes when the callback is through. */
$one->text('close');
$one->expectClose(4000)->close(4000)->expectEof();
$server->waitOut('onClose ends 1');
/* The client leaves while its callback waits. */
$two->text('wait');
$three = WsClient::connect($server->port);
$three->expectText('fiber true');
$server->waitOut('waiting 2');
$two->disconnect();
$three->text('still')->expectText('still');
$three->text('resume')->expectText('resuming');
$server->waitOut('onClose ends 2');
$three->close(1000)->expectClose(1000)->expectEof();
$server->waitOut('onClose ends 3');
echo $server->finish(), "\n", $server->out(), $server->err();
?>
--EXPECT--
0
waiting 1
closed and waited
onClose begins
onClose ends 1
waiting 2
onClose begins
onClose ends 2
onClose begins
onClose ends 3
