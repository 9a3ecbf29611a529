<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('hi');
    $talk->out('chat: hi');
    $c = $talk->connect(1)->until("ready\n")->send("hello\n")->until("1 told\n");
    $a->frames();
    $c->send("stop\n")->until("1 told\n")->eof();
    $a->frames();
    $talk->exit();
};
