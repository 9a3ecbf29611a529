--TEST--
WsChat\Server: from() makes one handle for a server or an App, which is not copied, made or stored by other ways
--FILE--
<?php
function attempt(string $what, Closure $do): void
{
    try {
        $result = $do();
        echo "$what: ", is_object($result) ? get_class($result) : var_export($result, true), "\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), ': ', $e->getMessage(), "\n";
    }
}

final class Forgetful extends Ratchet\App { public function __construct() {} }
final class Sub extends Ratchet\Server\IoServer { public function __construct() {} }

$io = Ratchet\Server\IoServer::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1');
$app = new Ratchet\App('localhost', 0, '127.0.0.1');
$server = WsChat\Server::from($io);
$connections = $server->connections();

echo "-- from\n";
attempt('the same', fn() => WsChat\Server::from($io) === $server);
attempt('of an App', fn() => WsChat\Server::from($app));
attempt('another one', fn() => WsChat\Server::from($app) === $server);
attempt('no server', fn() => WsChat\Server::from(new stdClass));
attempt('no object', fn() => WsChat\Server::from('server'));
attempt('its own', fn() => WsChat\Server::from($server));
attempt('nothing', fn() => WsChat\Server::from());
attempt('an App without its constructor', fn() => WsChat\Server::from(new Forgetful));
attempt('a subclass without its constructor', function () {
    $handle = WsChat\Server::from(new Sub);
    return [$handle->address(), $handle->port(), count($handle->connections()), $handle->broadcast('x'), $handle->stop()];
});

foreach ([$server, $connections] as $object) {
    $class = get_class($object);
    echo "-- $class\n";
    attempt('clone', fn() => clone $object);
    attempt('serialize', fn() => serialize($object));
    attempt('unserialize', fn() => unserialize('O:' . strlen($class) . ":\"$class\":0:{}"));
    attempt('new', fn() => new $class);
    attempt('without constructor', fn() => (new ReflectionClass($class))->newInstanceWithoutConstructor());
    attempt('a property', fn() => $object->property = 1);
    attempt('json_encode', fn() => json_encode($object));
    attempt('var_export', fn() => ltrim(var_export($object, true), '\\'));
}

echo "-- it keeps the server, as a walk does\n";
$weak = WeakReference::create($io);
unset($io, $connections);
gc_collect_cycles();
attempt('alive', fn() => $weak->get() !== null && $server->port() > 0);
attempt('by its connections', function () use (&$server, $weak) {
    $connections = $server->connections();
    $walk = $connections->getIterator();
    $server = null;
    $connections = null;
    gc_collect_cycles();
    return [$weak->get() !== null, iterator_count($walk)];
});
?>
--EXPECT--
-- from
the same: true
of an App: WsChat\Server
another one: false
no server: TypeError: WsChat\Server::from(): Argument #1 ($server) must be of type Ratchet\Server\IoServer or Ratchet\App, stdClass given
no object: TypeError: WsChat\Server::from(): Argument #1 ($server) must be of type object, string given
its own: TypeError: WsChat\Server::from(): Argument #1 ($server) must be of type Ratchet\Server\IoServer or Ratchet\App, WsChat\Server given
nothing: ArgumentCountError: WsChat\Server::from() expects exactly 1 argument, 0 given
an App without its constructor: LogicException: Forgetful has no server: its constructor must call parent::__construct()
a subclass without its constructor: array (
  0 => NULL,
  1 => NULL,
  2 => 0,
  3 => 0,
  4 => NULL,
)
-- WsChat\Server
clone: Error: Trying to clone an uncloneable object of class WsChat\Server
serialize: Exception: Serialization of 'WsChat\Server' is not allowed
unserialize: Exception: Unserialization of 'WsChat\Server' is not allowed
new: Error: Call to private WsChat\Server::__construct() from global scope
without constructor: ReflectionException: Class WsChat\Server is an internal class marked as final that cannot be instantiated without invoking its constructor
a property: Error: Cannot create dynamic property WsChat\Server::$property
json_encode: '{}'
var_export: 'WsChat\\Server::__set_state(array(
))'
-- WsChat\Connections
clone: Error: Trying to clone an uncloneable object of class WsChat\Connections
serialize: Exception: Serialization of 'WsChat\Connections' is not allowed
unserialize: Exception: Unserialization of 'WsChat\Connections' is not allowed
new: Error: Call to private WsChat\Connections::__construct() from global scope
without constructor: ReflectionException: Class WsChat\Connections is an internal class marked as final that cannot be instantiated without invoking its constructor
a property: Error: Cannot create dynamic property WsChat\Connections::$property
json_encode: '{}'
var_export: 'WsChat\\Connections::__set_state(array(
))'
-- it keeps the server, as a walk does
alive: true
by its connections: array (
  0 => true,
  1 => 0,
)
