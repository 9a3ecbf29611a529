<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/chat');
    $b = $talk->ws('/chat');
    $e = $talk->ws('/echo');
    $a->text('hello');
    $b->frames()->text('hello yourself');
    $a->frames();
    $e->text('echo')->frames()->close(1000)->eof();
    $a->close()->eof();
    $talk->out('1 left');
    $b->close()->eof();
    $talk->out('0 left');
    $talk->connect()->request(Peer::get('/none'))->eof();
};
