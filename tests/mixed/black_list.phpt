--TEST--
IpBlackList: an address that is blocked during a connection, a subclass that replaces itself
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
$common = '
    use Ratchet\{ConnectionInterface, Http\HttpServer, Server\IoServer, WebSocket\WsServer};
    final class App extends Ratchet\Server\EchoServer {
        public function onOpen(ConnectionInterface $conn) { echo "open\n"; }
        public function onMessage(ConnectionInterface $from, $msg) { if ($msg === "block") $GLOBALS["list"]->blockAddress("127.0.0.1"); if ($msg === "stop") $GLOBALS["io"]->loop->stop(); $from->send($msg); }
        public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    }
    final class Listing extends Ratchet\Server\IpBlackList {
        public ?Closure $harm = null;
        public int $asked = 0;
        public function filterAddress($address) { if ($this->asked++ === 1 && $this->harm) ($this->harm)(); return parent::filterAddress($address); }
    }
    function go(?Closure $harm) {
        global $list, $io;
        $list = new Listing(new HttpServer(new WsServer(new App)));
        $list->harm = $harm;
        $io = IoServer::factory($list, 0, "127.0.0.1");
        pcntl_async_signals(true); pcntl_signal(SIGTERM, fn() => $io->loop->stop());
        announce($io);
        try { $io->run(); } catch (Throwable $e) { echo "run threw ", $e->getMessage(), "\n"; }
        echo "end\n";
    }
';

echo "-- blocked meanwhile: messages pass, the end goes unnoticed, and others are refused\n";
$server = TestServer::code("$common go(null);");
$one = WsClient::connect($server->port);
$one->text('block')->expectText('block');
$one->text('after')->expectText('after');
$one->close(1000)->expectClose(1000)->expectEof();
echo (new WsClient($server->port))->readAll() === '' ? "refused\n" : "answered\n";
echo $server->finish(), ' ', $server->out(), $server->err();

echo "-- another list in its place, below its own filterAddress()\n";
$server = TestServer::code("$common go(function () {
    global \$io, \$list;
    \$io->app = new HttpServer(new WsServer(new App));
    \$list = null;
    \$io->loop->futureTick(fn() => \$io->loop->stop());
    \$io->run();
    gc_collect_cycles();
});");
$one = WsClient::connect($server->port);
$two = new WsClient($server->port);
echo $server->wait(), ' ', $server->out(), $server->err();

foreach (['throw new Exception("thrown");', 'exit(7);', '@trigger_error("fatal", E_USER_ERROR);'] as $harm) {
    echo "-- filterAddress(): $harm\n";
    $server = TestServer::code("$common go(function () { $harm });");
    $one = WsClient::connect($server->port);
    echo (new WsClient($server->port))->readAll() === '' ? "refused\n" : "answered\n";
    if (str_starts_with($harm, 'throw')) {
        $one->text('on')->expectText('on');
        $two = WsClient::connect($server->port)->text('too')->expectText('too');
        $server->finish();
    }
    echo $server->wait(), ' ', preg_replace('/ in \S+$/m', '', preg_replace('/ in \S+ on line \d+/', '', $server->out() . $server->err()));
}
?>
--EXPECT--
-- blocked meanwhile: messages pass, the end goes unnoticed, and others are refused
refused
0 open
end
-- another list in its place, below its own filterAddress()
0 open
end
-- filterAddress(): throw new Exception("thrown");
refused
0 open
open
end
wschat: isBlocked() has thrown Exception: thrown
-- filterAddress(): exit(7);
refused
7 open
-- filterAddress(): @trigger_error("fatal", E_USER_ERROR);
refused
255 open

Fatal error: fatal
