--TEST--
Limits: an unknown option is a ValueError that names the nearest one, and nothing is listened on
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

$probe = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($probe, false), ':'), 1);
fclose($probe);
foreach (['max_mesage_size', 'maxMessageSize', 'ping_intervall', 'backlogs', 'timeout', 'x', ''] as $name) {
    try {
        IoServer::factory(new EchoServer, $port, '127.0.0.1', [$name => 5]);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach ([[5], ['max_headers' => 5, 7 => 1]] as $options) {
    try {
        IoServer::factory(new EchoServer, $port, '127.0.0.1', $options);
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(@stream_socket_client("tcp://127.0.0.1:$port"));
?>
--EXPECT--
Ratchet\Server\IoServer::factory(): Argument #4 has no option "max_mesage_size"; did you mean "max_message_size"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option "maxMessageSize"; did you mean "max_message_size"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option "ping_intervall"; did you mean "ping_interval"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option "backlogs"; did you mean "backlog"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option "timeout"; did you mean "send_timeout"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option "x"; did you mean "log"?
Ratchet\Server\IoServer::factory(): Argument #4 has no option ""; did you mean "log"?
Ratchet\Server\IoServer::factory(): Argument #4 must be an array of options by name, but has the key 0
Ratchet\Server\IoServer::factory(): Argument #4 must be an array of options by name, but has the key 7
bool(false)
