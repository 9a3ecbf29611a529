<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames()->text('[5,"x"]')->frames();
    $b = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames()->text('[5,"x"]')->frames();
    $a->frames()->text('[6,"x"]');
    $talk->out('left');
    $b->text('[6,"x"]');
    $talk->out('left');
    $b->text('[5,"x"]')->frames()->text('[5,"full"]')->frames();
    $a->text('[5,"full"]')->sync()->text('[2,"1","f","full"]')->frames();
    $b->text('[2,"2","f","nothing"]')->frames()->close()->eof();
    $talk->out('closed');
    $a->text('[5,"x"]')->frames()->drop();
    $talk->out('closed');
};
