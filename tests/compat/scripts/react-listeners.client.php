<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->eof();
    $talk->connect()->eof();
};
