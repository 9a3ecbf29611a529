--TEST--
Module: with an empty wschat.classes all names are free, and the native classes serve under their own
--EXTENSIONS--
wschat
--INI--
wschat.classes=
--FILE--
<?php
namespace Ratchet {
    interface ConnectionInterface
    {
        const MINE = true;
    }

    const VERSION = 'mine';
}

namespace Psr\Http\Message {
    interface UriInterface
    {
        function mine();
    }
}

namespace {
    use WsChat\Psr7\Uri;

    require __DIR__ . '/../include/server.inc';
    require __DIR__ . '/../include/client.inc';

    var_dump(Ratchet\ConnectionInterface::MINE, Ratchet\VERSION, WsChat\Ratchet\VERSION);

    echo "-- they call themselves by that name, in signatures too\n";
    $uri = new Uri('http://host/');
    var_dump($uri instanceof Psr\Http\Message\UriInterface, $uri instanceof WsChat\Psr\Http\Message\UriInterface);
    $name = strtolower('WsChat\Ratchet\SERVER\IoServer');
    echo (new ReflectionClass($name))->getName(), ' ', new ReflectionParameter([$name, '__construct'], 'app'), "\n";
    echo (new ReflectionMethod(Uri::class, 'withPath'))->getReturnType(), ' ', (new ReflectionMethod('WsChat\Psr7\Request', 'getUri'))->getReturnType(), "\n";
    echo implode(', ', class_implements('WsChat\Ratchet\MessageComponentInterface')), "\n";
    $wrong = array_filter((new ReflectionExtension('wschat'))->getClassNames(), fn ($class) => !str_starts_with($class, 'WsChat\\'));
    var_dump($wrong);
    preg_match_all('/(?<![\w\\\\])(?:Ratchet|React|Psr|Evenement)\\\\\w[\w\\\\]*/', (string) new ReflectionExtension('wschat'), $left);
    var_dump(array_filter($left[0], fn ($name) => interface_exists("WsChat\\$name") || class_exists("WsChat\\$name")));
    try {
        new WsChat\Ratchet\Server\IoServer(new stdClass);
    } catch (Error $e) {
        echo get_class($e), "\n";
    }

    $server = TestServer::code(<<<'PHP'
        class Shout implements WsChat\Ratchet\MessageComponentInterface
        {
            function onOpen(WsChat\Ratchet\ConnectionInterface $conn) { $conn->send(get_class($conn)); }
            function onMessage(WsChat\Ratchet\ConnectionInterface $from, $msg) { $from->send(strtoupper($msg)); }
            function onClose(WsChat\Ratchet\ConnectionInterface $conn) { }
            function onError(WsChat\Ratchet\ConnectionInterface $conn, Exception $e) { }
        }
        $server = WsChat\Ratchet\Server\IoServer::factory(
            new WsChat\Ratchet\Http\HttpServer(new WsChat\Ratchet\WebSocket\WsServer(new Shout)), 0, '127.0.0.1');
        echo 'ready ', parse_url($server->socket->getAddress(), PHP_URL_PORT), "\n";
        $server->run();
        PHP, ['ini' => ['wschat.classes' => '']]);
    $client = WsClient::connect($server->port);
    $client->expectText('WsChat\Ratchet\WebSocket\WsConnection');
    $client->text('hello')->expectText('HELLO');
    $client->close(1000)->expectClose(1000)->expectEof();
    echo "done\n";
}
?>
--EXPECT--
bool(true)
string(4) "mine"
string(13) "Ratchet/0.4.4"
-- they call themselves by that name, in signatures too
bool(false)
bool(true)
WsChat\Ratchet\Server\IoServer Parameter #0 [ <required> WsChat\Ratchet\MessageComponentInterface $app ]
static WsChat\Psr\Http\Message\UriInterface
WsChat\Ratchet\ComponentInterface, WsChat\Ratchet\MessageInterface
array(0) {
}
array(0) {
}
ArgumentCountError
done
