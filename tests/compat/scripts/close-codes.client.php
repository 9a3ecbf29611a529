<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach ([1012, 1013, 1014] as $code) {
        $talk->ws()->close($code)->eof();
    }
};
