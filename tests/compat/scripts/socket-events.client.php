<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('one')->frames();
    $b = $talk->ws()->text('two')->frames();
    $a->close()->eof();
    $b->close()->eof();
};
