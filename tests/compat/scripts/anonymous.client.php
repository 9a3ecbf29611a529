<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->text('word')->frames()->close()->eof();
    $talk->out('close');
};
