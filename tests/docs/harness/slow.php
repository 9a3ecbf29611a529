<?php
/* SPDX-License-Identifier: MIT
 *
 * A chat whose onMessage() holds the loop.
 */

require __DIR__ . '/../prelude.inc';

class Chat extends EchoApp
{
    public function onMessage(Ratchet\ConnectionInterface $from, $msg)
    {
        usleep(250000);
    }
}

$app = new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer(new Chat));
docs_server(['slow_callback' => 0.1])->run();
