<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws()->text('one')->frames();
    $a->frames()->text('two')->frames();
    $b->frames()->close()->eof();
    $a->text('three')->frames()->close()->eof();
};
