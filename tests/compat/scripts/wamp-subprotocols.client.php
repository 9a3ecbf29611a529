<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['mine', 'wamp', 'wamp, mine', null, 'wamp2'] as $offer) {
        $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => $offer]);
        str_contains($peer->in, ' 101 ') ? $peer->frames(2)->close()->eof() : $peer->eof();
    }
};
