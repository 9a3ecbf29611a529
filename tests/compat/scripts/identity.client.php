<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    $b = $talk->ws();
    $c = $talk->ws();
    $talk->out('greater', 'greater', 'greater');
    $b->text('x')->frames()->eof();
    $talk->out('close 1');
    $a->text('x')->frames()->eof();
    $talk->out('close 0');
    $d = $talk->ws();
    $talk->out('greater');
    $c->text('x')->frames()->eof();
    $talk->out('close 2');
    $d->close()->eof();
    $talk->out('close 3');
};
