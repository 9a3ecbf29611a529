--TEST--
Native objects are not cloned, serialized, unserialized or made without their constructor
--FILE--
<?php
$io = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$ws = new Ratchet\WebSocket\WsServer(new Ratchet\Server\EchoServer);
$objects = [$io, $ws, $io->loop, $io->socket, $io->loop->addTimer(1000, 'strlen')];

function attempt(string $what, Closure $do): void
{
    try {
        $do();
        echo "$what: no exception\n";
    } catch (Throwable $e) {
        echo "$what: ", strtok($e->getMessage(), ','), "\n";
    }
}

foreach ($objects as $object) {
    $class = get_class($object);
    attempt('clone', fn() => clone $object);
    attempt('serialize', fn() => serialize($object));
    attempt('unserialize', fn() => unserialize('O:' . strlen($class) . ":\"$class\":0:{}"));
    if ((new ReflectionClass($class))->isFinal()) {
        attempt('new', fn() => new $class);
        attempt('without constructor', fn() => (new ReflectionClass($class))->newInstanceWithoutConstructor());
    }
}

/* The connections of a server. */
$app = new class implements Ratchet\MessageComponentInterface {
    public function onOpen(Ratchet\ConnectionInterface $conn)
    {
        attempt('clone', fn() => clone $conn);
        attempt('serialize', fn() => serialize($conn));
        attempt('unserialize', fn() => unserialize('O:27:"Ratchet\Server\IoConnection":0:{}'));
        attempt('unserialize', fn() => unserialize('O:30:"Ratchet\WebSocket\WsConnection":0:{}'));
        $GLOBALS['io']->loop->stop();
    }
    public function onMessage(Ratchet\ConnectionInterface $conn, $message) {}
    public function onClose(Ratchet\ConnectionInterface $conn) {}
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; }
};
$io->app = $app;
$stream = stream_socket_client($io->socket->getAddress());
$io->run();
?>
--EXPECTF--
clone: Trying to clone an uncloneable object of class Ratchet\Server\IoServer
serialize: Serialization of 'Ratchet\Server\IoServer' is not allowed
unserialize: Unserialization of 'Ratchet\Server\IoServer' is not allowed
clone: Trying to clone an uncloneable object of class Ratchet\WebSocket\WsServer
serialize: Serialization of 'Ratchet\WebSocket\WsServer' is not allowed
unserialize: Unserialization of 'Ratchet\WebSocket\WsServer' is not allowed
clone: Trying to clone an uncloneable object of class WsChat\Loop
serialize: Serialization of 'WsChat\Loop' is not allowed
unserialize: Unserialization of 'WsChat\Loop' is not allowed
new: no exception
without constructor: Class WsChat\Loop is an internal class marked as final that cannot be instantiated without invoking its constructor
clone: Trying to clone an uncloneable object of class WsChat\ListeningSocket
serialize: Serialization of 'WsChat\ListeningSocket' is not allowed
unserialize: Unserialization of 'WsChat\ListeningSocket' is not allowed
new: Call to private WsChat\ListeningSocket::__construct() from global scope
without constructor: Class WsChat\ListeningSocket is an internal class marked as final that cannot be instantiated without invoking its constructor
clone: Trying to clone an uncloneable object of class WsChat\Timer
serialize: Serialization of 'WsChat\Timer' is not allowed
unserialize: Unserialization of 'WsChat\Timer' is not allowed
new: Call to private WsChat\Timer::__construct() from global scope
without constructor: Class WsChat\Timer is an internal class marked as final that cannot be instantiated without invoking its constructor
clone: Trying to clone an uncloneable object of class Ratchet\Server\IoConnection
serialize: Serialization of 'Ratchet\Server\IoConnection' is not allowed
unserialize: Unserialization of 'Ratchet\Server\IoConnection' is not allowed
unserialize: Unserialization of 'Ratchet\WebSocket\WsConnection' is not allowed
