<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->out('timer');
    $talk->ws()->text('echo')->frames()->close()->eof();
};
