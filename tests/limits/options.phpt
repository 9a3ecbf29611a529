--TEST--
Limits: every option is taken by factory()'s fourth argument and by its ini entry, and checked
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

function attempt(array $options): void
{
    try {
        $server = IoServer::factory(new EchoServer, 0, '127.0.0.1', $options);
        $server->socket->close();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

$options = [
    'max_message_size' => [1, 33554432, 1099511627776],
    'max_frame_size' => [0, 0, 1099511627776],
    'max_fragments' => [1, 131072, 4294967295],
    'max_receive_bytes' => [1, 268435456, 1099511627776],
    'max_control_frames' => [0, 1000, 4294967295],
    'max_messages_per_second' => [0, 0, 4294967295],
    'message_burst' => [0, 0, 4294967295],
    'max_bytes_per_second' => [0, 0, 1099511627776],
    'byte_burst' => [0, 0, 1099511627776],
    'max_head_size' => [128, 16384, 1048576],
    'max_headers' => [1, 100, 10000],
    'max_queued_bytes' => [1, 16777216, 1099511627776],
    'max_total_queued_bytes' => [1, 268435456, 1099511627776],
    'high_water_mark' => [262144, 1048576, 1099511627776],
    'low_water_mark' => [0, 262144, 1048576],
    'max_connections' => [0, 0, 4294967295],
    'max_connections_per_address' => [0, 0, 4294967295],
    'handshake_timeout' => [0, 10, 86400],
    'keepalive_timeout' => [0, 15, 86400],
    'max_open_files' => [1, 256, 1048576],
    'send_timeout' => [0, 30, 86400],
    'close_timeout' => [0, 5, 86400],
    'ping_interval' => [0, 30, 86400],
    'pong_timeout' => [0, 20, 86400],
    'idle_timeout' => [0, 0, 86400],
    'tcp_nodelay' => [0, 1, 1],
    'backlog' => [1, 4096, 65535],
    'accept_budget' => [1, 64, 65535],
    'tls_handshake_budget' => [1, 16, 65535],
    'ipv6_only' => [0, 0, 1],
    'reuse_port' => [0, 0, 1],
    'unix_mode' => [0, 0, 0777],
    'compression' => [0, 0, 1],
    'compression_threshold' => [0, 1024, 1099511627776],
    'compression_level' => [1, 6, 9],
    'server_context_takeover' => [0, 0, 1],
    'client_context_takeover' => [0, 0, 1],
    'server_max_window_bits' => [8, 15, 15],
    'client_max_window_bits' => [8, 15, 15],
    'max_compression_bytes' => [0, 268435456, 1099511627776],
    'max_inflate_ratio' => [0, 200, 4294967295],
];
foreach ($options as $name => [$least, $default, $most]) {
    attempt([$name => $least]);
    attempt([$name => $default]);
    attempt([$name => $most]);
    attempt([$name => $least - 1]);
    attempt([$name => $most + 1]);
    attempt([$name => null]);
    if (ini_get("wschat.$name") !== (string) $default) {
        echo "the default of $name is ", ini_get("wschat.$name"), "\n";
    }
}
attempt($options = []);
foreach (['close', 'drop_newest', 'drop_oldest', 'drop', 0, null] as $policy) {
    attempt(['slow_policy' => $policy]);
}
echo ini_get('wschat.slow_policy'), "\n";
foreach (['error', 'warning', 'notice', 'info', 'debug', 'all', 3, null] as $level) {
    attempt(['log_level' => $level]);
}
echo ini_get('wschat.log_level'), "\n";
attempt(['high_water_mark' => 5, 'low_water_mark' => 5]);
attempt(['high_water_mark' => 5, 'low_water_mark' => 6]);
ini_set('wschat.high_water_mark', '1k'); /* below the other: the engine makes the best of it */
attempt(['backlog' => 5]);
ini_restore('wschat.high_water_mark');
foreach (['drop_newest', 'drop'] as $policy) {
    @ini_set('wschat.slow_policy', $policy);
    echo ini_get('wschat.slow_policy'), "\n";
}
attempt(['tcp_nodelay' => false, 'close_timeout' => 0.5, 'max_headers' => 5.0]);
attempt(['max_headers' => 5.5]);
attempt(['max_headers' => '5']);
attempt(['close_timeout' => NAN]);
attempt(['close_timeout' => INF]);
attempt(['max_headers' => true]);
?>
--EXPECT--
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_message_size" must be a number of bytes from 1 to 1099511627776, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_message_size" must be a number of bytes from 1 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_message_size" must be a number of bytes from 1 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_frame_size" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_frame_size" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_frame_size" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_fragments" must be an integer from 1 to 4294967295, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_fragments" must be an integer from 1 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_fragments" must be an integer from 1 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_receive_bytes" must be a number of bytes from 1 to 1099511627776, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_receive_bytes" must be a number of bytes from 1 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_receive_bytes" must be a number of bytes from 1 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_control_frames" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_control_frames" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_control_frames" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_messages_per_second" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_messages_per_second" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_messages_per_second" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "message_burst" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "message_burst" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "message_burst" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_bytes_per_second" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_bytes_per_second" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_bytes_per_second" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "byte_burst" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "byte_burst" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "byte_burst" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_head_size" must be a number of bytes from 128 to 1048576, 127 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_head_size" must be a number of bytes from 128 to 1048576, 1048577 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_head_size" must be a number of bytes from 128 to 1048576, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, 10001 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_queued_bytes" must be a number of bytes from 1 to 1099511627776, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_queued_bytes" must be a number of bytes from 1 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_queued_bytes" must be a number of bytes from 1 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_total_queued_bytes" must be a number of bytes from 1 to 1099511627776, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_total_queued_bytes" must be a number of bytes from 1 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_total_queued_bytes" must be a number of bytes from 1 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "low_water_mark" must not be above "high_water_mark" (262143), it is 262144: give both
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "high_water_mark" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "high_water_mark" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "low_water_mark" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "low_water_mark" must not be above "high_water_mark" (1048576), it is 1048577: give both
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "low_water_mark" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections_per_address" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections_per_address" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_connections_per_address" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "handshake_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "handshake_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "handshake_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "keepalive_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "keepalive_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "keepalive_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_open_files" must be an integer from 1 to 1048576, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_open_files" must be an integer from 1 to 1048576, 1048577 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_open_files" must be an integer from 1 to 1048576, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "send_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "send_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "send_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "close_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "close_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "close_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ping_interval" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ping_interval" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ping_interval" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "pong_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "pong_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "pong_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "idle_timeout" must be a number of seconds from 0 to 86400, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "idle_timeout" must be a number of seconds from 0 to 86400, 86401 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "idle_timeout" must be a number of seconds from 0 to 86400, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tcp_nodelay" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tcp_nodelay" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tcp_nodelay" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "backlog" must be an integer from 1 to 65535, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "backlog" must be an integer from 1 to 65535, 65536 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "backlog" must be an integer from 1 to 65535, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "accept_budget" must be an integer from 1 to 65535, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "accept_budget" must be an integer from 1 to 65535, 65536 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "accept_budget" must be an integer from 1 to 65535, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls_handshake_budget" must be an integer from 1 to 65535, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls_handshake_budget" must be an integer from 1 to 65535, 65536 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "tls_handshake_budget" must be an integer from 1 to 65535, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ipv6_only" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ipv6_only" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "ipv6_only" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "reuse_port" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "reuse_port" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "reuse_port" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "unix_mode" must be the mode of a file in octal, such as 0660, or 0, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "unix_mode" must be the mode of a file in octal, such as 0660, or 0, 512 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "unix_mode" must be the mode of a file in octal, such as 0660, or 0, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_threshold" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_threshold" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_threshold" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_level" must be an integer from 1 to 9, 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_level" must be an integer from 1 to 9, 10 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "compression_level" must be an integer from 1 to 9, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_context_takeover" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_context_takeover" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_context_takeover" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_context_takeover" must be true or false, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_context_takeover" must be true or false, 2 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_context_takeover" must be true or false, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_max_window_bits" must be an integer from 8 to 15, 7 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_max_window_bits" must be an integer from 8 to 15, 16 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "server_max_window_bits" must be an integer from 8 to 15, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_max_window_bits" must be an integer from 8 to 15, 7 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_max_window_bits" must be an integer from 8 to 15, 16 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "client_max_window_bits" must be an integer from 8 to 15, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_compression_bytes" must be a number of bytes from 0 to 1099511627776, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_compression_bytes" must be a number of bytes from 0 to 1099511627776, 1099511627777 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_compression_bytes" must be a number of bytes from 0 to 1099511627776, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_inflate_ratio" must be an integer from 0 to 4294967295, -1 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_inflate_ratio" must be an integer from 0 to 4294967295, 4294967296 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_inflate_ratio" must be an integer from 0 to 4294967295, null given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "slow_policy" must be one of "close", "drop_newest", "drop_oldest", drop given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "slow_policy" must be one of "close", "drop_newest", "drop_oldest", 0 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "slow_policy" must be one of "close", "drop_newest", "drop_oldest", null given
close
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "log_level" must be one of "error", "warning", "notice", "info", "debug", all given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "log_level" must be one of "error", "warning", "notice", "info", "debug", 3 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "log_level" must be one of "error", "warning", "notice", "info", "debug", null given
notice
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "low_water_mark" must not be above "high_water_mark" (5), it is 6: give both
drop_newest
drop_newest
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, 5.5 given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, string given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "close_timeout" must be a number of seconds from 0 to 86400, NAN given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "close_timeout" must be a number of seconds from 0 to 86400, INF given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "max_headers" must be an integer from 1 to 10000, bool given
