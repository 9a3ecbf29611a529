<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('one');
    $talk->out('run 0');
    $a->frames()->text('two');
    $talk->out('run 1');
    $a->frames()->text('three');
    $a->eof();
    $talk->exit();
};
