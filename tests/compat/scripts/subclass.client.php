<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/one')->text('hi')->frames();
    $b = $talk->ws('/two')->text('ho')->frames();
    $a->close()->eof();
    $talk->out('1 left');
    $b->drop();
    $talk->out('0 left');
};
