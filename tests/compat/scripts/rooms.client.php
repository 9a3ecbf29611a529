<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('name anna')->frames()->text('join red')->frames();
    $b = $talk->ws()->text('say hi')->frames()->text('join red')->frames();
    $a->frames()->text('say hello');
    $b->frames()->text('join blue')->frames();
    $a->frames();
    $b->text('join red')->frames();
    $a->frames()->text('leave')->frames();
    $b->frames()->text('leave')->frames();
    $b->close()->eof();
    $talk->out('closed');
    $a->close()->eof();
    $talk->out('closed');
};
