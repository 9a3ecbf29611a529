<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames()->text('[5,"kittens"]');
    $b = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames()->text('[5,"kittens"]');
    $talk->out('subscribed', 'subscribed');
    $talk->connect(1)->send(json_encode(['category' => 'kittens', 'title' => 'A/B', 'article' => 'grüße', 'when' => 17]))->eof();
    $a->frames();
    $b->frames();
    $talk->connect(1)->send(json_encode(['category' => 'dogs']))->eof();
    $a->text('[2,"c1","do"]')->frames(2)->eof();
    $b->text('[7,"kittens","mine"]')->frames()->eof();
    $talk->out('closed', 'closed');
};
