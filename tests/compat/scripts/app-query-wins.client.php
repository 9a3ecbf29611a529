<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws('/room/42')->frames()->close()->eof();
    $talk->ws('/room/42?id=7')->frames()->close()->eof();
};
