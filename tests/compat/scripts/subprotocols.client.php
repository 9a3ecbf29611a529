<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $offers = ['chat.v2', 'chat.v1, chat.v2', 'chat.v1,chat.v2', 'other, chat.v1', 'CHAT.V1', 'other', ['none', 'chat.v1'], ['chat.v2', 'chat.v1'], null];
    foreach ($offers as $offer) {
        $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => $offer]);
        if (str_contains($peer->in, ' 101 ')) {
            $peer->frames()->close();
        }
        $peer->eof();
    }
};
