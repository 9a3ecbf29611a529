<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $requests = [
        Peer::upgradeHead('/', ['Sec-WebSocket-Extensions' => 'permessage-deflate; client_max_window_bits']),
        Peer::upgradeHead('/', ['Sec-WebSocket-Extensions' => 'x-unknown; a=b']),
        Peer::upgradeHead('/', ['Sec-WebSocket-Extensions' => 'permessage-deflate; bogus']),
    ];
    foreach ($requests as $request) {
        $peer = $talk->connect()->request($request);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->close();
        }
        $peer->eof();
    }
};
