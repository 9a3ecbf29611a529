--TEST--
$server->socket of IoServer::factory() is an emitter and a React\Socket\ServerInterface
--EXTENSIONS--
wschat
--FILE--
<?php
$server = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$socket = $server->socket;
echo get_class($socket), "\n";
var_dump($socket instanceof React\Socket\ServerInterface, $socket instanceof Evenement\EventEmitterInterface);
echo preg_replace('/:\d+$/', ':PORT', $socket->getAddress()), "\n";
$socket->removeAllListeners();
$listener = function (...$arguments) { echo 'connection ', json_encode($arguments), "\n"; };
var_dump($socket->on('connection', $listener) === $socket, $socket->listeners('connection') === [$listener]);
$socket->once('error', function ($e) { echo $e->getMessage(), "\n"; });
$socket->emit('connection', [['any' => 'thing']]);
$socket->emit('error', [new Exception('an error')]);
$socket->emit('error', [new Exception('again')]);
$socket->removeListener('connection', $listener);
$socket->emit('connection', ['nobody']);
$socket->on('connection', function () use ($server) {});
$socket->close();
var_dump($socket->listeners(), $socket->getAddress());
/* A cycle through a listener is the collector's. */
$cycle = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$cycle->socket->on('error', function () use ($cycle) {});
gc_collect_cycles();
var_dump(count($cycle->socket->listeners('error')));
$cycle->socket->close();
?>
--EXPECT--
WsChat\ListeningSocket
bool(true)
bool(true)
tcp://127.0.0.1:PORT
bool(true)
bool(true)
connection [{"any":"thing"}]
an error
array(0) {
}
NULL
int(1)
