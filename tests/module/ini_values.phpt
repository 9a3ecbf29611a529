--TEST--
Module: ini_set() takes what is in range, warns of and ignores the rest
--EXTENSIONS--
wschat
--FILE--
<?php
foreach ([
    'max_message_size' => ['32M', '1k', '2G', '1.5k', '12345', '0', '-1', '1T', 'large', '', '32MB', 'M'],
    'max_headers' => ['5', '10000', '5.5', '0', '10001', '5k', '1e2'],
    'ping_interval' => ['0', '0.5', '86400', '-1', '86401', 'never', '5s'],
    'tcp_nodelay' => ['0', '1', 'on', 'off', 'yes'],
] as $name => $values) {
    echo "--- $name\n";
    foreach ($values as $value) {
        $before = ini_get("wschat.$name");
        $old = ini_set("wschat.$name", $value);
        if ($old === false) {
            var_dump(ini_get("wschat.$name") === $before);
        } else {
            echo "$value: ", ini_get("wschat.$name"), "\n";
        }
    }
    ini_restore("wschat.$name");
    echo ini_get("wschat.$name"), "\n";
}
?>
--EXPECTF--
--- max_message_size
32M: 32M
1k: 1k
2G: 2G
1.5k: 1.5k
12345: 12345

Warning: wschat.max_message_size = "0" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "-1" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "1T" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "large" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "32MB" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)

Warning: wschat.max_message_size = "M" is ignored: it must be a number of bytes from 1 to 1099511627776 in %s on line %d
bool(true)
33554432
--- max_headers
5: 5
10000: 10000

Warning: wschat.max_headers = "5.5" is ignored: it must be an integer from 1 to 10000 in %s on line %d
bool(true)

Warning: wschat.max_headers = "0" is ignored: it must be an integer from 1 to 10000 in %s on line %d
bool(true)

Warning: wschat.max_headers = "10001" is ignored: it must be an integer from 1 to 10000 in %s on line %d
bool(true)

Warning: wschat.max_headers = "5k" is ignored: it must be an integer from 1 to 10000 in %s on line %d
bool(true)
1e2: 1e2
100
--- ping_interval
0: 0
0.5: 0.5
86400: 86400

Warning: wschat.ping_interval = "-1" is ignored: it must be a number of seconds from 0 to 86400 in %s on line %d
bool(true)

Warning: wschat.ping_interval = "86401" is ignored: it must be a number of seconds from 0 to 86400 in %s on line %d
bool(true)

Warning: wschat.ping_interval = "never" is ignored: it must be a number of seconds from 0 to 86400 in %s on line %d
bool(true)

Warning: wschat.ping_interval = "5s" is ignored: it must be a number of seconds from 0 to 86400 in %s on line %d
bool(true)
30
--- tcp_nodelay
0: 0
1: 1
on: on
off: off
yes: yes
1
