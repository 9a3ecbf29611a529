<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws();
    $a->text('sleep');
    $talk->out('begin');
    $b->text('one')->text('two')->frames(4);
    $a->frames(2)->close()->eof();
    $talk->out('closed');
    $b->close()->eof();
    $talk->out('closed');
};
