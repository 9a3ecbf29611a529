<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->send(implode('', array_map(fn($i) => WsClient::frame(1, "message $i"), range(1, 40))))->frames(40);
    foreach (str_split(WsClient::frame(1, 'byte by byte')) as $byte) {
        $a->send($byte);
    }
    $a->frames()->close()->eof();
    foreach (str_split(Peer::upgradeHead(), 20) as $piece) {
        $b ??= $talk->connect();
        $b->send($piece);
    }
    $b->head()->text('late')->frames()->close()->eof();
};
