--TEST--
Handshake: a sub-protocol whose name could not be written into the answer is refused by WsServer
--EXTENSIONS--
wschat
--FILE--
<?php
final class App extends Ratchet\Server\EchoServer implements Ratchet\WebSocket\WsServerInterface
{
    function __construct(private mixed $names)
    {
    }

    function getSubProtocols()
    {
        if ($this->names instanceof Throwable) {
            throw $this->names;
        }
        return $this->names;
    }
}

$lists = [[], ['ok', 'a.b-c!'], [''], ['a b'], ["a\r\nX: y"], ['a,b'], ["a\0"], ["gr\u{fc}n"], ['a', 5], [null], 'chat', null,
    new LogicException('not now')];
foreach ($lists as $names) {
    try {
        new Ratchet\WebSocket\WsServer(new App($names));
        echo "ok\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', addcslashes($e->getMessage(), "\0..\37\177..\377"), "\n";
    }
}
?>
--EXPECT--
ok
ok
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~,  is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a b is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a\r\nX: y is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a,b is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, a is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, gr\303\274n is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, int is none
ValueError: App::getSubProtocols() must return names made of letters, digits and !#$%&'*+-.^_`|~, null is none
TypeError: App::getSubProtocols() must return an array of strings, string returned
TypeError: App::getSubProtocols() must return an array of strings, null returned
LogicException: not now
