<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws()->text('end')->eof();
    $a->eof();
    $talk->exit();
};
