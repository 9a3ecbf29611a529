<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->send("<policy-file-request/>\0")->eof();
    $talk->connect()->send('anything')->eof();
};
