--TEST--
getSubProtocols() that throws, constructs again, returns nonsense or references it changes later
--FILE--
<?php
use Ratchet\WebSocket\WsServer;

final class App extends Ratchet\Server\EchoServer implements Ratchet\WebSocket\WsServerInterface
{
    public function __construct(private Closure $answer) {}
    public function getSubProtocols() { return ($this->answer)($this); }
}
function attempt(string $what, Closure $answer): void
{
    try {
        $server = new WsServer(new App($answer));
        echo "$what: accepted\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), ' ', $e->getMessage(), "\n";
    }
}
attempt('names', fn() => ['a', 'b.c']);
attempt('throws', fn() => throw new Exception('harm'));
attempt('nothing', fn() => null);
attempt('a number', fn() => ['a', 5]);
attempt('no token', fn() => ["a\r\nb"]);
attempt('a NUL', fn() => ["a\0b"]);
attempt('empty', fn() => ['']);
$server = (new ReflectionClass(WsServer::class))->newInstanceWithoutConstructor();
$server->__construct(new App(function () {
    global $server;
    static $calls = 0;
    if ($calls++ < 3) {
        $server->__construct(new App(fn() => ['inner']));
    }
    return ['outer'];
}));
echo "constructed\n";

/* What was checked is what is used. */
$names = ['good'];
$name = &$names[0];
$server = new WsServer(new App(fn() => $names));
foreach ([0x41414141, 1.5, null, "bad\r\nX-Header: x", [], new stdClass] as $name) {
    $io = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($server), 0, '127.0.0.1');
    $server->setStrictSubProtocolCheck(true);
}
$stream = stream_socket_client($io->socket->getAddress());
fwrite($stream, "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    . "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: good\r\n\r\n");
stream_set_blocking($stream, false);
$answer = '';
$io->loop->addPeriodicTimer(0.001, function () use ($stream, &$answer, $io) {
    $answer .= fread($stream, 1000);
    if (str_contains($answer, "\r\n\r\n")) {
        $io->loop->stop();
    }
});
$io->run();
preg_match('/^sec-websocket-protocol.*$/mi', $answer, $match);
echo trim($match[0]), "\n";
?>
--EXPECT--
names: accepted
throws: Exception harm
nothing: TypeError App::getSubProtocols() must return an array of strings, null returned
a number: ValueError App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, int is none
no token: ValueError App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a
b is none
a NUL: ValueError App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a is none
empty: ValueError App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~,  is none
constructed
Sec-WebSocket-Protocol: good
