<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws();
    $c = $talk->ws();
    $a->text('hello');
    $b->frames();
    $c->frames();
    $b->text('grüße 🐘');
    $a->frames();
    $c->frames()->close()->eof();
    $talk->out('disconnected');
    $a->text('');
    $b->frames()->drop();
    $talk->out('disconnected');
    $a->text('alone');
    $talk->out('alone');
    $a->close(1001, 'bye')->eof();
    $talk->out('disconnected');
};
