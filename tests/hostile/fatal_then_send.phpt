--TEST--
A fatal error in onClose(), and a shutdown function that still uses the connection
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    class App extends Ratchet\Server\EchoServer
    {
        public function onClose(Ratchet\ConnectionInterface $conn)
        {
            $GLOBALS["conn"] = $conn;
            trigger_error("harm", E_USER_ERROR);
        }
    }
    register_shutdown_function(function () {
        global $conn;
        echo get_class($conn->send("late")), " ", var_export($conn->close(), true), " $conn->resourceId\n";
    });
    serve(new App);
', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
$client = WsClient::connect($server->port);
$client->disconnect();
echo report($server);
?>
--EXPECT--
Ratchet\WebSocket\WsConnection NULL 1 => status 255
