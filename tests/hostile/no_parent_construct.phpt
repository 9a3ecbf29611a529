--TEST--
Subclasses that forget parent::__construct(): every method throws or does nothing
--FILE--
<?php
class Ws extends Ratchet\WebSocket\WsServer { public function __construct() {} }
class Http extends Ratchet\Http\HttpServer { public function __construct() {} }
class Io extends Ratchet\Server\IoServer { public function __construct() {} }
class Decorator extends Ratchet\AbstractConnectionDecorator
{
    public function __construct() {}
    public function send($data) { return $this->getConnection()->send($data); }
    public function close() { return $this->getConnection()->close(); }
}
class Ws2 extends Ratchet\WebSocket\WsConnection { public function __construct() {} }
class Io2 extends Ratchet\Server\IoConnection { public function __construct() {} }
class Frame extends Ratchet\RFC6455\Messaging\Frame { public function __construct() {} }

function attempt(string $what, Closure $do): void
{
    try {
        $result = $do();
        echo "$what: ", is_object($result) ? get_class($result) : var_export($result, true), "\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), "\n";
    }
}

attempt('WsServer::setStrictSubProtocolCheck', fn() => (new Ws)->setStrictSubProtocolCheck(true));
attempt('WsServer in factory', fn() => Io::factory(new Ratchet\Http\HttpServer(new Ws), 0, '127.0.0.1'));
attempt('HttpServer in factory', fn() => Io::factory(new Http, 0, '127.0.0.1'));
attempt('IoServer::factory', fn() => Io::factory(new Ratchet\Server\EchoServer, 0, '127.0.0.1'));
attempt('IoServer::run', fn() => (new Io)->run());
attempt('IoServer::handleData', fn() => (new Io)->handleData('', new stdClass));
foreach (['send' => ['x'], 'close' => [], '__get' => ['x'], '__set' => ['x', 1], '__isset' => ['x'], '__unset' => ['x']] as $method => $arguments) {
    attempt("Decorator::$method", fn() => (new Decorator)->$method(...$arguments));
    attempt("WsConnection::$method", fn() => (new Ws2)->$method(...$arguments));
}
attempt('IoConnection::send', fn() => (new Io2)->send('x'));
attempt('IoConnection::close', fn() => (new Io2)->close());
foreach (['isCoalesced', 'isFinal', 'getOpcode', 'getPayload', 'getContents', 'getPayloadLength', 'maskPayload', 'extractOverflow'] as $method) {
    attempt("Frame::$method", fn() => (new Frame)->$method());
}
$dump = print_r([new Ws, new Http, new Io, new Decorator, new Ws2, new Io2, new Frame], true);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
WsServer::setStrictSubProtocolCheck: NULL
WsServer in factory: LogicException
HttpServer in factory: LogicException
IoServer::factory: Io
IoServer::run: RuntimeException
IoServer::handleData: NULL
Decorator::send: LogicException
WsConnection::send: LogicException
Decorator::close: LogicException
WsConnection::close: LogicException
Decorator::__get: LogicException
WsConnection::__get: LogicException
Decorator::__set: LogicException
WsConnection::__set: LogicException
Decorator::__isset: LogicException
WsConnection::__isset: LogicException
Decorator::__unset: LogicException
WsConnection::__unset: LogicException
IoConnection::send: LogicException
IoConnection::close: LogicException
Frame::isCoalesced: false
Frame::isFinal: UnderflowException
Frame::getOpcode: UnderflowException
Frame::getPayload: UnderflowException
Frame::getContents: UnderflowException
Frame::getPayloadLength: UnderflowException
Frame::maskPayload: UnderflowException
Frame::extractOverflow: ''
end
