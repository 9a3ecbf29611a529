<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $requests = [
        "GARBAGE\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", Peer::upgradeHead('/', ['Host' => '']),
        Peer::upgradeHead('/', ['X-Folded' => "one\r\n two"]), Peer::upgradeHead('relative'), Peer::upgradeHead('/', ['X Y' => 'space in the name']),
    ];
    foreach ($requests as $request) {
        $peer = $talk->connect()->request($request);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->close();
        }
        $peer->eof();
    }
};
