--TEST--
Module: php --ri wschat shows versions and every ini entry with its value
--FILE--
<?php
$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
[$versions, $entries] = explode("Directive", shell_exec(
    "$command -d wschat.max_message_size=64M -d wschat.tcp_nodelay=0 --ri wschat"
));
$entries = explode("\n", trim("Directive$entries"));
sort($entries);
echo $versions, implode("\n", $entries), "\n";
var_dump(phpversion('wschat') === trim(preg_replace('/.*wschat version => (\S+).*/s', '$1',
    shell_exec("$command --ri wschat"))));
?>
--EXPECTF--
wschat

WebSocket server (Ratchet API) => enabled
wschat version => %d.%d.%s
Vector instructions => %r(scalar|sse2|avx2|neon)%r
libevent version => 2.%d.%s
OpenSSL version => %s
zlib version => %s

Directive => Local Value => Master Value
wschat.accept_budget => 64 => 64
wschat.allowed_origins => no value => no value
wschat.await => 0 => 0
wschat.backlog => 4096 => 4096
wschat.banned_addresses => no value => no value
wschat.byte_burst => 0 => 0
wschat.callback_times => 0 => 0
wschat.classes => ratchet,react,psr => ratchet,react,psr
wschat.client_context_takeover => 0 => 0
wschat.client_max_window_bits => 15 => 15
wschat.close_timeout => 5 => 5
wschat.compression => 0 => 0
wschat.compression_level => 6 => 6
wschat.compression_threshold => 1024 => 1024
wschat.document_root => no value => no value
wschat.drain_timeout => 5 => 5
wschat.forwarded_header => X-Forwarded-For => X-Forwarded-For
wschat.group => no value => no value
wschat.handshake_timeout => 10 => 10
wschat.health_path => no value => no value
wschat.high_water_mark => 1048576 => 1048576
wschat.idle_timeout => 0 => 0
wschat.ipv6_only => 0 => 0
wschat.keepalive_timeout => 15 => 15
wschat.listen => no value => no value
wschat.log_level => notice => notice
wschat.low_water_mark => 262144 => 262144
wschat.max_bytes_per_second => 0 => 0
wschat.max_compression_bytes => 268435456 => 268435456
wschat.max_connections => 0 => 0
wschat.max_connections_per_address => 0 => 0
wschat.max_control_frames => 1000 => 1000
wschat.max_fragments => 131072 => 131072
wschat.max_frame_size => 0 => 0
wschat.max_head_size => 16384 => 16384
wschat.max_headers => 100 => 100
wschat.max_inflate_ratio => 200 => 200
wschat.max_message_size => 64M => 64M
wschat.max_messages_per_second => 0 => 0
wschat.max_open_files => 256 => 256
wschat.max_queued_bytes => 16777216 => 16777216
wschat.max_receive_bytes => 268435456 => 268435456
wschat.max_total_queued_bytes => 268435456 => 268435456
wschat.message_burst => 0 => 0
wschat.metrics_clients => 127.0.0.0/8, ::1, unix => 127.0.0.0/8, ::1, unix
wschat.metrics_path => no value => no value
wschat.ping_interval => 30 => 30
wschat.pong_timeout => 20 => 20
wschat.proxy_protocol => 0 => 0
wschat.rate_policy => close => close
wschat.reuse_port => 0 => 0
wschat.send_timeout => 30 => 30
wschat.server_context_takeover => 0 => 0
wschat.server_max_window_bits => 15 => 15
wschat.slow_callback => 0 => 0
wschat.slow_policy => close => close
wschat.tcp_nodelay => 0 => 0
wschat.tls_handshake_budget => 16 => 16
wschat.trusted_proxies => no value => no value
wschat.unix_mode => 0 => 0
wschat.user => no value => no value
bool(true)
