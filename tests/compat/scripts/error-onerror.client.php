<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws()->text('throw')->eof();
    $a->text('still here')->frames()->close()->eof();
};
