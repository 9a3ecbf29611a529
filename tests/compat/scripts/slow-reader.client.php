<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $slow = $talk->ws('/slow')->pause()->text('flood');
    $talk->out('queued');
    $other = $talk->ws('/other')->text('hello')->frames()->text('again')->frames()->close()->eof();
    $talk->out('/other closed');
    $slow->resume()->frames(11)->eof();
    $talk->out('/slow closed');
};
