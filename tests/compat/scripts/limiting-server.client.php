<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('one')->frames();
    $b = $talk->ws()->text('two')->frames();
    $talk->connect()->eof();
    $talk->out('OverflowException');
    $a->close()->eof();
    $c = $talk->ws()->text('three')->frames()->close()->eof();
    $b->close()->eof();
};
