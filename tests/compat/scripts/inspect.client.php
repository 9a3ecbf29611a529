<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->close()->eof();
    $talk->out('closed');
};
