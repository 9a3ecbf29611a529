--TEST--
AbstractConnectionDecorator: a subclass that forgot its parent's constructor is told so
--EXTENSIONS--
wschat
--FILE--
<?php
final class Forgetful extends Ratchet\AbstractConnectionDecorator
{
    public function __construct()
    {
    }

    public function send($data)
    {
        $this->getConnection()->send($data);
    }

    public function close()
    {
    }
}

$conn = new Forgetful;
foreach ([fn() => $conn->send('x'), fn() => $conn->name, fn() => $conn->name = 1, fn() => isset($conn->name)] as $call) {
    try {
        $call();
        echo "no exception\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
try {
    new Ratchet\WebSocket\WsConnection(new stdClass);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECTF--
LogicException: %s
LogicException: %s
LogicException: %s
LogicException: %s
Ratchet\AbstractConnectionDecorator::__construct(): Argument #1 ($conn) must be of type Ratchet\ConnectionInterface, stdClass given
