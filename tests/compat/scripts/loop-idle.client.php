<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('one')->frames();
    $a->text('close')->frames(2)->eof();
    $talk->exit();
};
