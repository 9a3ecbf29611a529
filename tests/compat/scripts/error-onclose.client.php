<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $talk->ws()->close()->eof();
    $talk->out('closing');
    $talk->ws()->drop();
    $talk->out('closing');
    $a->text('still here')->frames();
};
