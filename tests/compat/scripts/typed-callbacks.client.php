<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->text('one')->frames()->binary('two')->frames()->text('throw')->frames()->close()->eof();
    $talk->out('0 left');
};
