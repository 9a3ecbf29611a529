<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws('/echo')->text('echo')->frames()->close()->eof();
};
