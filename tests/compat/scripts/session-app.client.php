<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/flash', ['Cookie' => 'PHPSESSID=one'])->text('first')->frames()->text('second')->frames();
    $b = $talk->ws('/flash')->text('other')->frames();
    $a->close()->eof();
    $b->close()->eof();
    $talk->out('closed', 'closed');
};
