--TEST--
Listen: options that are text and modes of files: what is taken, and what is refused how
--EXTENSIONS--
wschat
--FILE--
<?php
use Ratchet\Server\{EchoServer, IoServer};

function attempt(array $options): void
{
    try {
        echo count(IoServer::factory(new EchoServer, 0, '127.0.0.1', $options)->socket->getAddresses()), "\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', substr($e->getMessage(), strpos($e->getMessage(), 'option ') ?: 0), "\n";
    }
}

attempt(['trusted_proxies' => '10.0.0.0/8, fd00::/8 , unix']);
attempt(['trusted_proxies' => ['10.0.0.0/8', '::1']]);
attempt(['trusted_proxies' => []]);
attempt(['trusted_proxies' => 'localhost']);
attempt(['trusted_proxies' => ['10.0.0.0/33']]);
attempt(['trusted_proxies' => null]);
attempt(['trusted_proxies' => [['10.0.0.1']]]);
attempt(['forwarded_header' => 'Forwarded']);
attempt(['forwarded_header' => 'X Y']);
attempt(['forwarded_header' => str_repeat('x', 64)]);
attempt(['forwarded_header' => 1]);
attempt(['proxy_protocol' => true]);
attempt(['proxy_protocol' => true, 'trusted_proxies' => '127.0.0.1']);
attempt(['listen' => '127.0.0.1,127.0.0.1']);
attempt(['unix_mode' => 0660]);
attempt(['unix_mode' => 660]);
attempt(['unix_mode' => -1]);
attempt(['ipv6_only' => true, 'reuse_port' => true]);

foreach ([
    'trusted_proxies' => ['10.0.0.0/8,unix', '', 'localhost'],
    'forwarded_header' => ['Forwarded', '', 'a b'],
    'unix_mode' => ['0660', '660', '0', '888', '1777'],
    'listen' => ['127.0.0.1'],
] as $name => $values) {
    foreach ($values as $value) {
        echo "$name $value: ";
        echo ini_set("wschat.$name", $value) === false ? "no\n" : "yes\n";
    }
}
attempt([]);
?>
--EXPECTF--
1
1
1
ValueError: option "trusted_proxies" must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or "unix", "localhost" given
ValueError: option "trusted_proxies" must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or "unix", "10.0.0.0/33" given
ValueError: option "trusted_proxies" must be an array of strings, or a string with commas, null given
ValueError: option "trusted_proxies" must be an array of strings, or a string with commas, array given
1
ValueError: option "forwarded_header" must be the name of a header, "X Y" given
ValueError: option "forwarded_header" must be the name of a header, "%s" given
ValueError: option "forwarded_header" must be the name of a header, int given
ValueError: Option "proxy_protocol" needs "trusted_proxies": the addresses of the proxies that send it
1
3
1
ValueError: option "unix_mode" must be the mode of a file in octal, such as 0660, or 0, 660 given
ValueError: option "unix_mode" must be the mode of a file in octal, such as 0660, or 0, -1 given
1
trusted_proxies 10.0.0.0/8,unix: yes
trusted_proxies : yes
trusted_proxies localhost: 
Warning: wschat.trusted_proxies = "localhost" is ignored: it must be addresses or networks such as 127.0.0.1, 10.0.0.0/8 and fd00::/8, or "unix" in %s on line %d
no
forwarded_header Forwarded: yes
forwarded_header : yes
forwarded_header a b: 
Warning: wschat.forwarded_header = "a b" is ignored: it must be the name of a header in %s on line %d
no
unix_mode 0660: yes
unix_mode 660: yes
unix_mode 0: yes
unix_mode 888: 
Warning: wschat.unix_mode = "888" is ignored: it must be the mode of a file in octal, such as 0660, or 0 in %s on line %d
no
unix_mode 1777: 
Warning: wschat.unix_mode = "1777" is ignored: it must be the mode of a file in octal, such as 0660, or 0 in %s on line %d
no
listen 127.0.0.1: yes
2
