<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $requests = [
        "GARBAGE\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", Peer::upgradeHead('/', ['Host' => ['a', 'b']]), Peer::upgradeHead('/', ['Host' => '']),
        Peer::upgradeHead('/', ['X-Folded' => "one\r\n two"]), Peer::upgradeHead('relative'), Peer::upgradeHead('/', ['Sec-WebSocket-Version' => '13, 8']),
        Peer::upgradeHead('/', ['Sec-WebSocket-Extensions' => 'permessage-deflate; bogus']), Peer::upgradeHead("/\xc3\xbc"), str_replace('HTTP/1.1', 'HTTP/2.0', Peer::upgradeHead()),
        str_replace('GET', 'get', Peer::upgradeHead()), "get / HTTP/1.1\r\nHost: localhost\r\n\r\n", Peer::upgradeHead('/', ['Content-Length' => '5']), Peer::upgradeHead('/', ['X Y' => 'space in the name']),
    ];
    foreach ($requests as $request) {
        $peer = $talk->connect()->request($request);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->close();
        }
        $peer->eof();
    }
};
