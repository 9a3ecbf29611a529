<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $good = Peer::upgradeHead();
    $requests = [
        $good, str_replace('GET', 'POST', $good), str_replace('HTTP/1.1', 'HTTP/1.0', $good),
        Peer::upgradeHead('/', ['Upgrade' => null]), Peer::upgradeHead('/', ['Upgrade' => 'h2c']), Peer::upgradeHead('/', ['Upgrade' => 'WebSocket']),
        Peer::upgradeHead('/', ['Connection' => null]), Peer::upgradeHead('/', ['Connection' => 'close']), Peer::upgradeHead('/', ['Connection' => 'keep-alive, Upgrade']),
        Peer::upgradeHead('/', ['Sec-WebSocket-Key' => null]), Peer::upgradeHead('/', ['Sec-WebSocket-Key' => 'short']), Peer::upgradeHead('/', ['Sec-WebSocket-Key' => base64_encode('fifteen bytes..')]),
        Peer::upgradeHead('/', ['Sec-WebSocket-Version' => null]), Peer::upgradeHead('/', ['Sec-WebSocket-Version' => '8']), Peer::upgradeHead('/', ['Sec-WebSocket-Version' => 'x']),
        Peer::upgradeHead('/', ['Sec-WebSocket-Protocol' => 'none']), Peer::upgradeHead('/', ['Host' => null]),
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ];
    foreach ($requests as $request) {
        $peer = $talk->connect()->request($request);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->close();
        }
        $peer->eof();
    }
};
