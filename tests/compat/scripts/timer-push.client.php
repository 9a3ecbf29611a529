<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws();
    $a->eof();
    $b->eof();
    $talk->exit();
};
