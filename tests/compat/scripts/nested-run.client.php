<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->text('wait')->eof();
    $talk->exit();
};
