<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $peer = $talk->ws('/', ['Sec-WebSocket-Protocol' => 'wamp'])->frames();
    $peer->text('{"0":5,"1":"x"}')->sync()->close()->eof();
    $talk->out('closed');
};
