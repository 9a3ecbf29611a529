<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->frames()->text('one')->frames()->text('two')->frames()->close()->eof();
    $talk->out('client closed');
    $talk->out('backend closed');
};
