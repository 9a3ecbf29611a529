<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->frames(10)->text('null')->frames()->close()->eof();
};
