--TEST--
Virtual properties assigned, unset, referenced and read through Reflection
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$server = TestServer::code('
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    hostile("onMessage", function ($conn, $server) {
        $view = view($conn);
        var_dump(view($conn) === $view, view($view->nothing ?? $conn) === $view);
        foreach (["resourceId", "remoteAddress", "httpHeadersReceived", "WebSocket"] as $name) {
            $before = is_object($conn->$name) ? get_class($conn->$name) : $conn->$name;
            var_dump($before, isset($conn->$name), isset($view->$name));
            $conn->$name = "assigned";
            var_dump($conn->$name, $view->$name);
            unset($conn->$name);
            var_dump(is_object($conn->$name) ? get_class($conn->$name) : $conn->$name);
            $reference = &$conn->$name;
            $reference = ["by reference"];
            var_dump($conn->$name[0], $view->$name[0]);
            unset($reference, $conn->$name);
            $conn->$name = null;
            var_dump(isset($conn->$name), $conn->$name ?? "default");
            unset($conn->$name);
        }
        $conn->WebSocket->closing = true;
        $conn->send("sent all the same");
        $conn->WebSocket = new stdClass;
        $conn->WebSocket->closing = false;
        $property = new ReflectionProperty($conn, "resourceId");
    }, ["before" => fn() => set_error_handler(function ($number, $text) { echo "error: $text\n"; return true; })]);
');
$client = provoke($server, 'onMessage');
$client->expectText('sent all the same');
$server->waitOut('onError');
$client->text('stop');
echo str_replace(' | ', "\n", report($server));
?>
--EXPECT--
bool(true)
bool(true)
int(1)
bool(true)
bool(true)
string(8) "assigned"
string(8) "assigned"
int(1)
string(12) "by reference"
string(12) "by reference"
bool(false)
string(7) "default"
string(9) "127.0.0.1"
bool(true)
bool(true)
string(8) "assigned"
string(8) "assigned"
string(9) "127.0.0.1"
string(12) "by reference"
string(12) "by reference"
bool(false)
string(7) "default"
bool(true)
bool(true)
bool(true)
string(8) "assigned"
string(8) "assigned"
bool(true)
string(12) "by reference"
string(12) "by reference"
bool(false)
string(7) "default"
string(8) "stdClass"
bool(true)
bool(true)
string(8) "assigned"
string(8) "assigned"
string(8) "stdClass"
string(12) "by reference"
string(12) "by reference"
bool(false)
string(7) "default"
ReflectionException in onError: Property Ratchet\WebSocket\WsConnection::$resourceId does not exist => status 0
