<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->tls(1)->upgrade();
    $a->text('from the plain one')->frames();
    $b->frames()->text('from the secure one')->frames();
    $a->frames()->close()->eof();
    $talk->out('1 left');
    $b->close()->eof();
    $talk->out('0 left');
};
