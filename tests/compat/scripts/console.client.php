<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('a')->frames();
    $b = $talk->ws()->text('b')->frames();
    $talk->signal(SIGUSR1)->out('2 are here');
    $b->close()->eof();
    $talk->out('1 connections')->signal(SIGTERM);
    $a->frames()->eof();
    $talk->exit();
};
