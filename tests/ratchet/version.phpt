--TEST--
Ratchet\VERSION, and classes that are there when the script is compiled
--EXTENSIONS--
wschat
--FILE--
<?php
/* Without an autoloader: bound when the script is compiled, so that it may be used above its declaration */
var_dump(new Early instanceof Ratchet\ComponentInterface);

class Early extends Ratchet\Server\EchoServer
{
}

class Typed implements Ratchet\MessageComponentInterface
{
    public function onOpen(Ratchet\ConnectionInterface $c): void {}
    public function onMessage(Ratchet\ConnectionInterface $c, mixed $m): void {}
    public function onClose(Ratchet\ConnectionInterface $c): void {}
    public function onError(Ratchet\ConnectionInterface $c, Throwable $t): void {}
}

var_dump(Ratchet\VERSION);
/* One is final in Ratchet's package, too. */
foreach (get_declared_classes() as $class) {
    if (str_starts_with($class, 'Ratchet\\') && $class !== 'Ratchet\RFC6455\Handshake\PermessageDeflateOptions' && (new ReflectionClass($class))->isFinal()) {
        echo "$class is final\n";
    }
}
?>
--EXPECT--
bool(true)
string(13) "Ratchet/0.4.4"
