--TEST--
A React connection that is no socket: its error events reach onError(), also those that are none, before and after its end
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\ConnectionInterface;

final class Wire extends WsChat\Evenement\EventEmitter implements React\Socket\ConnectionInterface
{
    public string $written = '';
    public function __construct(private ?string $address) {}
    public function getRemoteAddress() { return $this->address; }
    public function getLocalAddress() { return null; }
    public function isReadable() { return true; }
    public function pause() {}
    public function resume() {}
    public function pipe(React\Stream\WritableStreamInterface $dest, array $options = []) { return $dest; }
    public function close() { $this->emit('close'); }
    public function isWritable() { return true; }
    public function write($data) { $this->written .= $data; return true; }
    public function end($data = null) { $this->close(); }
}
final class App extends Ratchet\Server\EchoServer
{
    public function onOpen(ConnectionInterface $conn) { echo "open $conn->remoteAddress\n"; }
    public function onClose(ConnectionInterface $conn) { echo "close\n"; }
    public function onError(ConnectionInterface $conn, Exception $e)
    {
        echo get_class($e), ': ', $e->getMessage(), "\n";
        match ($e->getMessage()) {
            'close' => $conn->close(),
            'throw' => throw new LogicException('thrown by onError'),
            default => $conn->send('sorry'),
        };
    }
}
function attempt(Closure $do): void
{
    try {
        $do();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

ini_set('error_log', '/dev/null');
$server = Ratchet\Server\IoServer::factory(new App, 0, '127.0.0.1');
foreach (['tcp://[2001:db8::1]:1234', null] as $address) {
    $server->handleConnect($wire = new Wire($address));
    $wire->emit('error', [new RuntimeException('of the wire')]);
    $wire->emit('error');
    attempt(fn() => $wire->emit('error', ['no exception']));
    attempt(fn() => $wire->emit('error', [new Error('an Error')]));
    $wire->emit('data', ['hello']);
    attempt(fn() => $server->handleError(new RuntimeException('by its method'), $wire));
    echo $wire->written, "\n";
    $wire->emit('error', [new RuntimeException($address === null ? 'throw' : 'close')]);
    $wire->emit('error', [new RuntimeException('too late')]);
    attempt(fn() => $server->handleError(new RuntimeException('too late'), $wire));
}
attempt(fn() => $server->handleError(new RuntimeException('of a stranger'), new Wire('tcp://127.0.0.1:1')));
?>
--EXPECT--
open 2001:db8::1
RuntimeException: of the wire
TypeError: Ratchet\Server\IoServer::handleError(): Argument #1 ($e) must be of type Exception, string given
TypeError: Ratchet\Server\IoServer::handleError(): Argument #1 ($e) must be of type Exception, Error given
RuntimeException: by its method
sorryhellosorry
RuntimeException: close
close
open 
RuntimeException: of the wire
TypeError: Ratchet\Server\IoServer::handleError(): Argument #1 ($e) must be of type Exception, string given
TypeError: Ratchet\Server\IoServer::handleError(): Argument #1 ($e) must be of type Exception, Error given
RuntimeException: by its method
sorryhellosorry
RuntimeException: throw
close
