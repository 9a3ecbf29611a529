<?php
/* SPDX-License-Identifier: MIT
 *
 * The user of the page is one that this machine has: nobody, or who runs the test. The
 * application says who it is.
 */

require __DIR__ . '/../prelude.inc';

class Who extends EchoApp
{
    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        $from->send("$msg as " . posix_getpwuid(posix_geteuid())['name']);
    }
}

$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Who));
$name = posix_geteuid() === 0 ? 'nobody' : posix_getpwuid(posix_geteuid())['name'];
file_put_contents($argv[1], str_replace("'chat'", "'$name'", file_get_contents($argv[1])));
require $argv[1];
