<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws();
    $a->frames();
    $b->close()->eof();
    $talk->out('closed', 'GET');
    $a->text('hello')->frames();
    $talk->out('1 true');
    $a->close()->eof();
    $talk->out('closed', 'GET');
};
