<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/strings');
    $b = $talk->ws('/server');
    $a->frames()->text('abc')->frames();
    $b->frames()->text('def')->frames();
    $talk->ws('/objects')->text('object')->frames()->close()->eof();
    $a->close()->eof();
    $b->close()->eof();
};
