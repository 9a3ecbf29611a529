<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $requests = [
        Peer::upgradeHead('/', ['Host' => ['a', 'b']]), Peer::upgradeHead('/', ['Sec-WebSocket-Version' => '13, 8']), Peer::upgradeHead("/\xc3\xbc"),
        str_replace('HTTP/1.1', 'HTTP/2.0', Peer::upgradeHead()), str_replace('GET', 'get', Peer::upgradeHead()),
        "get / HTTP/1.1\r\nHost: localhost\r\n\r\n", Peer::upgradeHead('/', ['Content-Length' => '5']),
    ];
    foreach ($requests as $request) {
        $peer = $talk->connect()->request($request);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->close();
        }
        $peer->eof();
    }
};
