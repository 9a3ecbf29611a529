<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $good = $talk->ws('/good');
    $bad = $talk->ws('/bad');
    $good->frames()->pong();
    $bad->frames()->text('I talk, but I do not answer')->frames()->frames()->eof();
    $talk->out('/bad closed');
    $good->frames()->text('still here')->frames()->close()->eof();
    $talk->out('/good closed');
};
