<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $other = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    $peer->text('[7,"x","y",true,"str"]')->frames()->eof();
    $other->text('[5,"still"]')->sync()->close()->eof();
};
