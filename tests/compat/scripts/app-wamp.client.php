<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/pulse', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    $b = $talk->ws('/pulse', ['Sec-WebSocket-Protocol' => 'other, wamp'])->frames();
    $a->text('[5,"news"]')->frames();
    $b->text('[5,"news"]')->frames();
    $a->frames()->text('[7,"news",{"a":1}]')->frames();
    $b->frames()->text('[6,"news"]');
    $a->frames()->text('[2,"id-1","http://x/proc",1,"two"]')->frames();
    $talk->ws('/pulse', ['Sec-WebSocket-Protocol' => 'other'])->eof();
    $a->close()->eof();
    $b->close()->eof();
    $talk->out('close', 'close');
};
