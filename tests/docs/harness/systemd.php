<?php
/* SPDX-License-Identifier: MIT
 *
 * A service manager's part: a socket is open when the script begins, and the environment
 * says which. What else this process has open has another name.
 */

require __DIR__ . '/../prelude.inc';

$sockets = fn(): array => preg_grep('/^socket:/', array_map(
    fn(string $name) => (string) (is_link("/proc/self/fd/$name") ? readlink("/proc/self/fd/$name") : ''),
    array_combine($all = array_diff(scandir('/proc/self/fd'), ['.', '..']), $all),
));
$before = $sockets();
$passed = stream_socket_server('unix://' . getenv('DOCS_FOLDER') . '/chat.sock');
$own = array_key_first(array_diff_key($sockets(), $before));
$names = array_fill(3, $own - 2, 'other');
$names[$own] = preg_match('/systemd:(\w+)/', file_get_contents($argv[1]), $match) ? $match[1] : '';
putenv('LISTEN_PID=' . getmypid());
putenv('LISTEN_FDS=' . count($names));
putenv('LISTEN_FDNAMES=' . implode(':', $names));
require $argv[1];
