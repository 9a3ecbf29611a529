--TEST--
A destructor cannot take an object that is being freed back from a WeakReference
--FILE--
<?php
final class Reviver
{
    public static array $kept = [];
    public ?WeakReference $target = null;
    public function __destruct()
    {
        $object = $this->target->get();
        echo $object ? 'REVIVED ' . get_class($object) : 'gone', "\n";
        self::$kept[] = $object;
    }
}
class App extends Ratchet\Server\EchoServer
{
    public $reviver;
    public function onOpen($conn)
    {
        $conn->reviver = new Reviver;
        $conn->reviver->target = WeakReference::create($conn);
        $conn->close();
        $GLOBALS['io']->loop->addTimer(0.05, fn() => $GLOBALS['io']->loop->stop());
    }
}
$io = Ratchet\Server\IoServer::factory(new App, 0, '127.0.0.1');
$stream = stream_socket_client($io->socket->getAddress());
$io->loop->addPeriodicTimer(0.001, function ($timer) use ($stream, $io) {
    stream_set_blocking($stream, false);
    if (fread($stream, 1) === '' && feof($stream)) {
        $io->loop->cancelTimer($timer);
        fclose($stream);
    }
});
$io->run();

$reviver = new Reviver;
$timer = $io->loop->addTimer(1000, function () use ($reviver) {});
$reviver->target = WeakReference::create($timer);
$io->loop->cancelTimer($timer);
unset($reviver, $timer);

$app = new App;
$app->reviver = new Reviver;
$server = new Ratchet\WebSocket\WsServer($app);
$app->reviver->target = WeakReference::create($server);
unset($app, $server);

$reviver = new Reviver;
$frame = new Ratchet\RFC6455\Messaging\Frame('x', true, 1, function () use ($reviver) {});
$reviver->target = WeakReference::create($frame);
unset($reviver, $frame);

class MyFrame extends Ratchet\RFC6455\Messaging\Frame { public $reviver; }
$message = new Ratchet\RFC6455\Messaging\Message;
$frame = new MyFrame('x');
$frame->reviver = new Reviver;
$frame->reviver->target = WeakReference::create($message);
$message->addFrame($frame);
unset($frame, $message);
var_dump(array_filter(Reviver::$kept));
?>
--EXPECT--
gone
gone
gone
gone
gone
array(0) {
}
