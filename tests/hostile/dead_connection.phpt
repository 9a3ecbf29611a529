--TEST--
A connection kept after onClose is a closed one: send() and close() are quiet, its properties read
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    final class Keeper
    {
        public static $conn, $view;
        public static function look()
        {
            $conn = self::$conn;
            var_dump($conn->send("late") === $conn, $conn->close(), $conn->close(4000));
            var_dump($conn->resourceId, $conn->remoteAddress, $conn->mine, isset($conn->nothing));
            $conn->mine = "changed";
            unset($conn->remoteAddress);
            var_dump(self::$view->mine, self::$view->send("late") === self::$view, self::$view->close());
            var_dump($conn->WebSocket->closing, view($conn) === self::$view);
        }
    }
    hostile("onMessage", function ($conn) {
        $conn->mine = "kept";
        Keeper::$conn = $conn;
        Keeper::$view = view($conn);
        $conn->close();
    });
    Keeper::look();
    register_shutdown_function(fn() => Keeper::look());
');
$client = provoke($server, 'onMessage');
$client->expectClose(1000)->close(1000)->expectEof();
$server->waitOut("onClose\n");
$client = WsClient::connect($server->port);
$client->text('stop');
echo report($server);
?>
--EXPECT--
onClose | bool(true) | NULL | NULL | int(1) | string(9) "127.0.0.1" | string(4) "kept" | bool(false) | string(7) "changed" | bool(true) | NULL | bool(true) | bool(true) | bool(true) | NULL | NULL | int(1) | string(9) "127.0.0.1" | string(7) "changed" | bool(false) | string(7) "changed" | bool(true) | NULL | bool(true) | bool(true) => status 0
