<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach ([0, 1] as $n) {
        foreach (['chat', 'a, b', null] as $offer) {
            $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => $offer], $n);
            if (str_contains($peer->in, ' 101 ')) {
                $peer->text('in')->frames()->close();
            }
            $peer->eof();
        }
    }
};
